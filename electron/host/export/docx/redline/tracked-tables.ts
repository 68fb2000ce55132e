import { Paragraph, TableRow, type ParagraphChild, type Table } from 'docx'
import type {
  RedlineCell,
  RedlineChange,
  RedlineIndicatorTable,
  RedlineRun,
  RedlineTable,
} from '../../../../../shared/redline/redline-document'
import { isWide } from '../../../../../shared/redline/redline-indicators'
import { tableHeaderStyle, tableStyle, tableTitleStyle } from '../style-ids'
import {
  fixedTable,
  gap,
  headerRow,
  indicatorCell,
  indicatorOptions,
  leftColumn,
  shapedCell,
} from '../tables'
import { inStyle, trackedParagraph, trackedRuns, type TrackedContext } from './tracked-paragraphs'

export function trackedTable(table: RedlineTable, context: TrackedContext): Table {
  const rows = table.rows.map(
    ({ cells, change }, index) =>
      new TableRow({
        ...(index < table.headerRows ? { tableHeader: true } : {}),
        ...context.revisions.row(change),
        children: cells.map(cell => shapedCell(cell, cellBlocks(cell, context))),
      }),
  )
  return fixedTable(table.widths, rows, table.borders)
}

function cellBlocks({ header, blocks }: RedlineCell, context: TrackedContext): (Paragraph | Table)[] {
  const setting = inStyle(header ? tableHeaderStyle : tableStyle)
  return blocks.flatMap(block =>
    block.kind === 'table'
      ? [trackedTable(block, context), gap()]
      : [trackedParagraph(block, context, { setting })],
  )
}

export function trackedIndicators(
  { title, columns, widths, rows, change }: RedlineIndicatorTable,
  context: TrackedContext,
): (Paragraph | Table)[] {
  const { revisions } = context
  const head = new TableRow({
    ...headerRow,
    ...revisions.row(change),
    children: columns.map(column =>
      indicatorCell([wordsOf(column, tableHeaderStyle, { change, centre: false }, context)], 1),
    ),
  })
  const body = rows.map(row => {
    const bold = row.kind === 'group'
    const wide = isWide(row.kind, row.cells)
    const cells = wide ? row.cells.slice(0, 2) : row.cells
    const cell = (words: readonly RedlineRun[], column: number) =>
      indicatorCell(
        [wordsOf(words, tableStyle, { change: row.change, centre: column !== leftColumn, bold }, context)],
        wide && column === leftColumn ? row.cells.length - 1 : 1,
      )
    return new TableRow({ cantSplit: true, ...revisions.row(row.change), children: cells.map(cell) })
  })
  return [...titleOf(title, change, context), fixedTable(widths, [head, ...body], true)]
}

function titleOf(title: readonly RedlineRun[], change: RedlineChange | null, context: TrackedContext) {
  if (title.length === 0) return [gap()]
  const children = trackedRuns(title, context)
  const made = new Paragraph({ style: tableTitleStyle, ...context.revisions.end(change), children })
  // What is gone cannot be joined to a table.
  return change ? [made, gap()] : [made]
}

interface CellLook {
  /** Of the whole row. */
  readonly change: RedlineChange | null
  readonly centre: boolean
  readonly bold?: boolean
}

/** The words of an indicator's cell; lines in it are breaks, so that one can come or go alone. */
function wordsOf(
  words: readonly RedlineRun[],
  style: string,
  { change, centre, bold = false }: CellLook,
  context: TrackedContext,
): Paragraph {
  const children: ParagraphChild[] = trackedRuns(words, context, bold ? { bold } : {})
  return new Paragraph({ ...indicatorOptions(style, centre), ...context.revisions.end(change), children })
}
