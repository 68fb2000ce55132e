import { outlineOf } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { Report } from '../../../shared/report/report'
import { readReportFile } from '../store/report-file'
import type { Command } from './command'
import { parseArguments } from './parse-arguments'
import { showJson } from './show-json'
import { words } from './words'

export const showCommand: Command = {
  name: 'show',
  synopsis: 'BÁO_CÁO.duthao [--json]',
  summary: words.summaries.show,
  // eslint-disable-next-line @typescript-eslint/require-await -- commands may wait; this one has nothing to wait for
  async run(args, output) {
    const { file, values } = parseArguments(args, { json: { type: 'boolean' } })
    const report = readReportFile(file)
    output.out(values.json === true ? JSON.stringify(showJson(report), null, 2) : showWords(report))
  },
}

function showWords(report: Report): string {
  const outline = outlineOf(report.text, numberStyleOf(report.fields))
  return [
    report.fields.type,
    report.fields.title,
    ...outline.items.map(({ depth, number, title }) => `${'  '.repeat(depth)}${number} ${title}`),
  ]
    .filter(line => line !== '')
    .join('\n')
}
