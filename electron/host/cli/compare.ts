import { changesInLines } from '../../../shared/changes/in-lines'
import { changesBetween, namesOf, type Compared } from '../comparison/compared'
import { exportChanges } from '../comparison/export-changes'
import { exportRedline } from '../comparison/export-redline'
import { readCompared } from '../comparison/read-compared'
import { words as comparisonWords } from '../comparison/words'
import type { Command, Output } from './command'
import { parseTwoFiles } from './parse-arguments'
import { words } from './words'

export const compareCommand: Command = {
  name: 'compare',
  synopsis:
    'BẢN_TRƯỚC BẢN_SAU [--json] [--docx TỆP] [--pdf TỆP] [--report-docx TỆP] [--report-pdf TỆP] (bản: BÁO_CÁO.duthao, BÁO_CÁO.duthao#2 hoặc tệp Word)',
  summary: words.summaries.compare,
  async run(args, output) {
    const { files, values } = parseTwoFiles(args, {
      json: { type: 'boolean' },
      docx: { type: 'string' },
      pdf: { type: 'string' },
      'report-docx': { type: 'string' },
      'report-pdf': { type: 'string' },
    })
    const compared = await readCompared(...files)
    const { docx, pdf, 'report-docx': reportDocx, 'report-pdf': reportPdf } = values
    if (docx !== undefined || pdf !== undefined) {
      const redline = await exportRedline(compared, comparisonWords.nobody, { docx, pdf })
      tellWritten(redline, output)
    }
    if (reportDocx !== undefined || reportPdf !== undefined)
      tellWritten(await exportChanges(compared, { docx: reportDocx, pdf: reportPdf }), output)
    tell(compared, values.json === true, output)
  },
}

/** Not among the answers, which a program may read as JSON. */
function tellWritten({ paths, warnings }: Awaited<ReturnType<typeof exportChanges>>, output: Output): void {
  for (const path of paths) output.err(words.written(path))
  for (const { message } of warnings) output.err(message)
}

function tell(compared: Compared, asJson: boolean, output: Output): void {
  const list = changesBetween(compared)
  const names = namesOf(compared)
  output.out(asJson ? JSON.stringify({ ...names, ...list }, null, 2) : changesInLines(list, names).join('\n'))
}
