import { mkdirSync } from 'node:fs'
import { Fragment, type Node } from 'prosemirror-model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportReport } from '../../electron/host/export/export-report'
import { importFile } from '../../electron/host/import/import-file'
import { resourcePath } from '../../electron/host/resources'
import { profileOf } from '../../shared/print/profiles'
import type {
  PrintBlock,
  PrintCell,
  PrintParagraph,
  PrintRun,
  PrintTable,
} from '../../shared/print/print-document'
import { printReport } from '../../shared/print/print-report'
import type { Profile } from '../../shared/print/profile'
import { fieldNames, type FieldName } from '../../shared/report/fields'
import { isNoteRef, noteIdOf } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { fullReport } from '../support/full-report'
import { convertWithOffice, needs, sharedFile } from '../support/oracles'
import { builtEntry, temporaryFolder, type Folder } from '../support/paper'

// What leaves as a Word file and comes back is the same report: every field, number, paragraph, note and cell.

let folder: Folder
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => folder.remove())

function temporary(name: string): string {
  mkdirSync(`${folder.path}/${name}`)
  return `${folder.path}/${name}`
}

const isolate = { entry: builtEntry('import-worker.js') }

async function comeBack(report: Report): Promise<Report> {
  const docx = `${folder.path}/out.docx`
  await exportReport(report, { docx })
  return (await importFile(docx, { isolate })).report
}

/** A report as lines of what is on its paper: capitals as printed, marks and alignments included. */
function lines(report: Report): string[] {
  const profile = profileOf(report.fields.profile)
  const { blocks } = printReport(report, profile)
  return [
    ...fieldNames.map(name => `${name}: ${printed(report.fields[name], capitals(profile).has(name))}`),
    ...blocks.flatMap(block => blockLines(block, profile)),
  ]
}

const printed = (words: string, upper: boolean) => (upper ? words.toLocaleUpperCase('vi') : words)

/** Fields that are printed in capitals, however they were typed. */
function capitals({ header, type, signature }: Profile): Set<FieldName> {
  const styles: Partial<Record<FieldName, { upper: boolean }>> = {
    superiorBody: header.superiorBody,
    issuingBody: header.issuingBody,
    circulation: header.circulation,
    type,
    authority: signature.authority,
    position: signature.position,
  }
  return new Set(fieldNames.filter(name => styles[name]?.upper))
}

function blockLines(block: PrintBlock, profile: Profile): string[] {
  switch (block.kind) {
    case 'heading':
      return [
        `${block.level} ${block.number} ${printed(words(block.runs), profile.headings[block.level].upper)}`,
      ]
    case 'paragraph':
      return [paragraphLine(block)]
    case 'indicator_table':
      return [
        block.title,
        block.columns.join(' | '),
        ...block.rows.map(row => `${row.kind} ${row.cells.join(' | ')}`),
      ]
    case 'table':
      return tableLines(block)
  }
}

const paragraphLine = ({ align, list, runs }: PrintParagraph): string =>
  `${align} ${list?.mark ?? ''} ${words(runs)}`

const tableLines = (table: PrintTable): string[] => [
  `table, ${table.headerRows} header rows, borders ${table.borders}, ${table.widths.map(Math.round).join(' ')}`,
  ...table.rows.map(row => row.map(cellLine).join(' | ')),
]

/** What is justified in the text is set left in a cell, and centred in a header. */
const cellLine = ({ header, colspan, rowspan, blocks }: PrintCell): string => {
  const inside = blocks.map(block => {
    if (block.kind === 'table') return tableLines(block).join('\n')
    const align = block.align === 'justify' ? (header ? 'center' : 'left') : block.align
    return paragraphLine({ ...block, align })
  })
  return `${header ? 'header ' : ''}${colspan}×${rowspan} ${inside.join(' ¶ ')}`
}

const words = (runs: readonly PrintRun[]): string =>
  runs
    .map(run => {
      if (run.kind === 'text')
        return `${Object.keys(run.marks).join('+')}“${run.text}”${run.marks.href ?? ''}`
      if (run.kind === 'break') return '\n'
      if (run.kind === 'noteAgain') return `[=${run.number}]`
      return `[${run.note.number}: ${run.note.paragraphs.map(paragraphLine).join(' ¶ ')}]`
    })
    .join('')

/** Everything but a note that is cited twice, which Word cannot say: the second reference comes back as its number. */
function citedOnce(): Report {
  const report = fullReport()
  const fields = { ...report.fields, recipients: 'Thường trực Tỉnh ủy,\nLưu Văn phòng Huyện ủy.' }
  const cited = new Set<string>()
  const once = (node: Node): Node => {
    const kept = node.children.filter(child => {
      if (!isNoteRef(child)) return true
      const known = cited.has(noteIdOf(child))
      cited.add(noteIdOf(child))
      return !known
    })
    return node.isText ? node : node.copy(Fragment.from(kept.map(once)))
  }
  return { ...report, fields, text: once(report.text) }
}

test('a report with everything comes back the same', async () => {
  const report = citedOnce()
  expect(lines(await comeBack(report))).toEqual(lines(report))
})

test('also when LibreOffice has saved the Word file again', async context => {
  needs(context, 'soffice')
  const report = citedOnce()
  await exportReport(report, { docx: `${folder.path}/again.docx` })
  const again = await convertWithOffice(`${folder.path}/again.docx`, 'docx', temporary('office'))
  expect(lines((await importFile(again, { isolate })).report)).toEqual(lines(report))
})

test.each(['bao-cao-mau.docx', 'bao-cao-mau.txt'])(
  "the program's own sample (%s) comes back the same",
  async name => {
    const { report } = await importFile(resourcePath(`sample/${name}`), { isolate })
    expect(lines(await comeBack(report))).toEqual(lines(report))
  },
)

test.for(['draft-2.docx', 'draft-2.txt'])('a real draft (%s) comes back the same', async (name, context) => {
  const file = sharedFile('sample', name)
  if (!file) {
    context.skip('Không có thư mục dữ liệu thử ../shared cạnh bản mã nguồn')
    return
  }
  const { report } = await importFile(file, { isolate })
  expect(lines(await comeBack(report))).toEqual(lines(report))
})
