import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import type {
  PrintCell,
  PrintIndicatorRow,
  PrintIndicatorTable,
  PrintTable,
} from '../../../../shared/print/print-document'
import { cellParagraph } from './paragraphs'
import type { RunContext } from './runs'
import { gapStyle, tableHeaderStyle, tableStyle, tableTitleStyle } from './style-ids'
import { twips } from './units'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: 'auto' }
const sameAll = (border: typeof none | typeof line) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
})
export const noBorders = sameAll(none)

/** Every table has fixed columns: Word and LibreOffice guess differently otherwise. Widths in millimetres. */
export const fixedTable = (widths: readonly number[], rows: readonly TableRow[], borders: boolean): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.map(twips).reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: borders ? sameAll(line) : noBorders,
    margins: { left: 85, right: 85, top: 28, bottom: 28, marginUnitType: WidthType.DXA },
    rows,
  })

/** Two tables side by side become one in Word, and a file may not end with a table. */
export const gap = (): Paragraph => new Paragraph({ style: gapStyle })

export function indicatorTable(table: PrintIndicatorTable): (Paragraph | Table)[] {
  const header = new TableRow({
    ...headerRow,
    children: table.columns.map(title => textCell(title, tableHeaderStyle)),
  })
  const title =
    table.title === '' ? [] : [new Paragraph({ style: tableTitleStyle, children: lines(table.title) })]
  return [...title, fixedTable(table.widths, [header, ...table.rows.map(indicatorRow)], true)]
}

export const headerRow = { tableHeader: true, cantSplit: true } as const

/** The names are set left, the other columns centred. */
export const leftColumn = 1

function indicatorRow({ kind, cells }: PrintIndicatorRow): TableRow {
  const bold = kind === 'group'
  const [number = '', name = '', ...rest] = cells
  // A group that is only a name may use the whole width.
  const wide = bold && rest.every(cell => cell === '')
  const shown = wide ? [number, name] : cells
  return new TableRow({
    cantSplit: true,
    children: shown.map((cell, column) =>
      textCell(cell, tableStyle, {
        bold,
        centre: column !== leftColumn,
        span: wide && column === leftColumn ? cells.length - 1 : 1,
      }),
    ),
  })
}

function textCell(
  text: string,
  style: string,
  look: { bold?: boolean; centre?: boolean; span?: number } = {},
) {
  const { bold = false, centre = false, span = 1 } = look
  const lines = text.split('\n')
  return indicatorCell(
    lines.map(
      line =>
        new Paragraph({
          ...indicatorOptions(style, centre),
          children: [new TextRun(bold ? boldText(line) : line)],
        }),
    ),
    span,
  )
}

/** How a paragraph in an indicator's cell is set. */
export const indicatorOptions = (style: string, centre: boolean): IParagraphOptions => ({
  style,
  ...(centre ? { alignment: AlignmentType.CENTER } : {}),
})

export const indicatorCell = (children: readonly Paragraph[], span: number): TableCell =>
  new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    children,
  })

const boldText = (text: string): IRunOptions => ({ text, bold: true })

const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}) }))

export function generalTable(table: PrintTable, context: RunContext): Table {
  const rows = table.rows.map(
    (cells, index) =>
      new TableRow({
        ...(index < table.headerRows ? { tableHeader: true } : {}),
        children: cells.map(cell => generalCell(cell, context)),
      }),
  )
  return fixedTable(table.widths, rows, table.borders)
}

function generalCell(cell: PrintCell, context: RunContext): TableCell {
  const blocks = cell.blocks.flatMap(block =>
    block.kind === 'table'
      ? [generalTable(block, context), gap()]
      : [cellParagraph(block, cell.header ? tableHeaderStyle : tableStyle, context)],
  )
  return shapedCell(cell, blocks.length > 0 ? blocks : [new Paragraph({ style: tableStyle })])
}

/** A cell of a general table with what is in it. */
export const shapedCell = (
  { header, colspan, rowspan }: Pick<PrintCell, 'header' | 'colspan' | 'rowspan'>,
  children: readonly (Paragraph | Table)[],
): TableCell =>
  new TableCell({
    ...(header ? { verticalAlign: VerticalAlignTable.CENTER } : {}),
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    children,
  })
