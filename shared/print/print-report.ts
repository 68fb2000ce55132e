import type { Report } from '../report/report'
import { linesOf } from './paper-text'
import { printBlocks } from './print-blocks'
import type { OutlineEntry, PrintBlock, PrintDocument, PrintRun } from './print-document'
import { printHeader, printSignature, printTitle } from './print-header'
import type { Profile } from './profile'

/** The report as it stands on paper. All numbering and wording is decided here, once for every format. */
export function printReport(report: Report, profile: Profile): PrintDocument {
  const { fields } = report
  const blocks = printBlocks(report, profile)
  const type = linesOf(fields.type).join(' ')
  return {
    profile,
    properties: {
      title: [type, ...linesOf(fields.title)].join(' ').trim(),
      author: linesOf(fields.issuingBody).join(' '),
      subject: type,
    },
    header: printHeader(fields, profile),
    title: printTitle(fields, profile),
    blocks,
    signature: printSignature(fields, profile),
    outline: outlineOf(blocks),
  }
}

function outlineOf(blocks: readonly PrintBlock[]): OutlineEntry[] {
  return blocks.flatMap(block =>
    block.kind === 'heading'
      ? [{ level: block.level, text: `${block.number} ${plainText(block.runs)}`.trim() }]
      : [],
  )
}

/** The words of a line without marks and notes. */
const plainText = (runs: readonly PrintRun[]): string =>
  runs
    .map(run => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
