import { exportReport } from '../export/export-report'
import { profiles } from '../../../shared/print/profiles'
import { readReportFile } from '../store/report-file'
import { UsageError, type Command } from './command'
import { parseArguments } from './parse-arguments'
import { words } from './words'

export const exportCommand: Command = {
  name: 'export',
  synopsis: 'BÁO_CÁO.duthao [--docx TỆP] [--pdf TỆP] [--profile THỂ_THỨC]',
  summary: words.summaries.export,
  async run(args, output) {
    const { file, values } = parseArguments(args, {
      docx: { type: 'string' },
      pdf: { type: 'string' },
      profile: { type: 'string' },
    })
    const { docx, pdf, profile } = values
    if (docx === undefined && pdf === undefined) throw new UsageError(words.exportMissing)
    const known = profiles.map(({ id }) => id)
    if (profile !== undefined && !known.includes(profile))
      throw new UsageError(words.profile(profile, known.join(', ')))
    const { paths, warnings } = await exportReport(readReportFile(file), { docx, pdf, profile })
    for (const path of paths) output.out(words.written(path))
    for (const { message } of warnings) output.err(message)
  },
}
