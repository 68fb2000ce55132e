import { exportReport } from '../export/export-report'
import { goingOut } from '../export/going-out'
import { profiles } from '../../../shared/print/profiles'
import { readReportFile } from '../store/report-file'
import { lastDraftOf, readManifests } from '../versions/read-manifests'
import { contentsOf, placeOf } from './ask-ledger'
import { UsageError, type Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const exportCommand: Command = {
  name: 'export',
  synopsis: 'BÁO_CÁO.duthao [--docx TỆP] [--pdf TỆP] [--profile THỂ_THỨC] [--official]',
  summary: words.summaries.export,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      docx: { type: 'string' },
      pdf: { type: 'string' },
      profile: { type: 'string' },
      official: { type: 'boolean' },
    })
    const { docx, pdf, profile, official } = values
    if (docx === undefined && pdf === undefined) throw new UsageError(words.exportMissing)
    const known = profiles.map(({ id }) => id)
    if (profile !== undefined && !known.includes(profile))
      throw new UsageError(words.profile(profile, known.join(', ')))
    const report = goingOut(readReportFile(file), { last: lastDraftIn(file), official })
    const { paths, warnings } = await exportReport(report, { docx, pdf, profile })
    for (const path of paths) output.out(words.written(path))
    for (const { message } of warnings) output.err(message)
  },
}

const lastDraftIn = (file: string): number => {
  const { manifests } = contentsOf(placeOf(file, undefined)).versions
  return lastDraftOf(readManifests(manifests))?.manifest.number ?? 0
}
