import {
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  TableCell,
  TableRow,
  AlignmentType,
  type IRunOptions,
} from 'docx'
import type { PlainTable } from '../../../../shared/ipc/paper'
import { withoutTimes } from '../docx/same-bytes'
import { fixedTable } from '../docx/tables'
import { twips } from '../docx/units'

/** A4 across, in millimetres. */
const page = { width: 297, height: 210, margin: 15 }
const font = 'Times New Roman'

/** The table as a Word file of its own. The same table gives the same bytes, but for the time in its properties. */
export async function writeTableDocx(table: PlainTable): Promise<Uint8Array> {
  const margin = twips(page.margin)
  const document = new Document({
    title: table.title,
    styles: { default: { document: { run: { font, size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            // The library turns the page itself, and wants the measures of the upright one.
            size: {
              width: twips(page.height),
              height: twips(page.width),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [title(table.title), ...table.lines.map(subtitle), grid(table), new Paragraph('')],
      },
    ],
  })
  return withoutTimes(new Uint8Array(await Packer.toBuffer(document)))
}

function grid({ columns, rows }: PlainTable) {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const room = page.width - 2 * page.margin
  const widths = columns.map(({ width }) => (room * width) / all)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }) => textCell(label, true)),
  })
  const body = rows.map(
    row => new TableRow({ cantSplit: true, children: row.map(text => textCell(text, false)) }),
  )
  return fixedTable(widths, [head, ...body], true)
}

const textCell = (text: string, isHead: boolean): TableCell =>
  new TableCell({
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: text.split('\n').map(
      line =>
        new Paragraph({
          ...(isHead ? { alignment: AlignmentType.CENTER } : {}),
          children: [new TextRun(look(line, isHead ? { bold: true } : {}))],
        }),
    ),
  })

const look = (text: string, how: Pick<IRunOptions, 'bold' | 'italics' | 'size'>): IRunOptions => ({
  text,
  ...how,
})

const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 60 },
    children: [new TextRun(look(text, { bold: true, size: 28 }))],
  })

const subtitle = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [new TextRun(look(text, { italics: true }))],
  })

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
