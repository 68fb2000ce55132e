import { changesInLines } from '../../../shared/changes/in-lines'
import { changesBetween, namesOf, type Compared } from '../comparison/compared'
import { exportChanges } from '../comparison/export-changes'
import { readSide } from '../comparison/source-of-text'
import type { Command, Output } from './command'
import { parseTwoFiles } from './parse-arguments'
import { words } from './words'

export const compareCommand: Command = {
  name: 'compare',
  synopsis: 'BẢN_TRƯỚC BẢN_SAU [--json] [--report-docx TỆP] [--report-pdf TỆP]',
  summary: words.summaries.compare,
  async run(args, output) {
    const { files, values } = parseTwoFiles(args, {
      json: { type: 'boolean' },
      'report-docx': { type: 'string' },
      'report-pdf': { type: 'string' },
    })
    const [was, now] = [await readSide(files[0]), await readSide(files[1])]
    const compared = { was, now }
    tell(compared, values.json === true, output)
    const targets = { docx: values['report-docx'], pdf: values['report-pdf'] }
    if (targets.docx === undefined && targets.pdf === undefined) return
    const { paths, warnings } = await exportChanges(compared, targets)
    for (const path of paths) output.err(words.written(path))
    for (const { message } of warnings) output.err(message)
  },
}

function tell(compared: Compared, asJson: boolean, output: Output): void {
  const list = changesBetween(compared)
  const names = namesOf(compared)
  output.out(asJson ? JSON.stringify({ ...names, ...list }, null, 2) : changesInLines(list, names).join('\n'))
}
