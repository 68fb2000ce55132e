import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportReport } from '../../electron/host/export/export-report'
import { importFile } from '../../electron/host/import/import-file'
import { readProfile } from '../../electron/host/resources'
import type { PrintBlock, PrintParagraph, PrintRun, PrintTable } from '../../shared/print/print-document'
import { printReport } from '../../shared/print/print-report'
import { fieldNames } from '../../shared/report/fields'
import type { Report } from '../../shared/report/report'
import { fullReport } from '../support/full-report'
import { sharedFile } from '../support/oracles'
import { builtEntry, temporaryFolder, type Folder } from '../support/paper'

// What leaves as a Word file and comes back is the same report: every field, number, paragraph, note and cell.

let folder: Folder
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => folder.remove())

const isolate = { entry: builtEntry('import-worker.js') }

async function comeBack(report: Report): Promise<Report> {
  const docx = `${folder.path}/out.docx`
  await exportReport(report, { docx })
  return (await importFile(docx, { isolate })).report
}

/** A report as lines of what is on its paper, marks and alignments included. */
function lines(report: Report): string[] {
  const { blocks } = printReport(report, readProfile(report.fields.profile))
  return [...fieldNames.map(name => `${name}: ${report.fields[name]}`), ...blocks.flatMap(blockLines)]
}

function blockLines(block: PrintBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.level} ${block.number} ${words(block.runs)}`]
    case 'paragraph':
      return [paragraphLine(block)]
    case 'indicator_table':
      return [block.title, block.columns.join(' | '), ...block.rows.map(row => `${row.kind} ${row.cells.join(' | ')}`)]
    case 'table':
      return tableLines(block)
  }
}

const paragraphLine = ({ align, list, runs }: PrintParagraph): string => `${align} ${list?.mark ?? ''} ${words(runs)}`

const tableLines = (table: PrintTable): string[] => [
  `table, ${table.headerRows} header rows, borders ${table.borders}`,
  ...table.rows.map(row =>
    row
      .map(cell => `${cell.colspan}×${cell.rowspan} ${cell.blocks.map(block => blockLines(block).join('\n')).join(' ¶ ')}`)
      .join(' | '),
  ),
]

const words = (runs: readonly PrintRun[]): string =>
  runs
    .map(run => {
      if (run.kind === 'text') return `${Object.keys(run.marks).join('+')}“${run.text}”${run.marks.href ?? ''}`
      if (run.kind === 'break') return '\n'
      if (run.kind === 'noteAgain') return `[=${run.number}]`
      return `[${run.note.number}: ${run.note.paragraphs.map(paragraphLine).join(' ¶ ')}]`
    })
    .join('')

test.each(['draft-2.docx', 'draft-2.txt'])('the sample (%s) comes back the same', async (name, ) => {
  const file = sharedFile('sample', name)
  if (!file) return
  const { report } = await importFile(file, { isolate })
  expect(lines(await comeBack(report))).toEqual(lines(report))
})
