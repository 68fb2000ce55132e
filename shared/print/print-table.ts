import type { Node } from 'prosemirror-model'
import { marksWithin } from '../numbering/number-paragraphs'
import { hasBorders, headerRowsOf, isHeaderCell, isTable, spansOf, widthsOf } from '../report/nodes'
import { fitWidths } from './column-widths'
import type { PrintCell, PrintParagraph, PrintTable } from './print-document'
import { printParagraph, type NotesInPrint } from './print-runs'
import { layOutRows } from './table-grid'

const cellPadding = 4 // mm, both sides and the lines together: what a nested table loses in width

/** A general table as a full grid, `width` millimetres wide; null when it has no cell. */
export function printTable(table: Node, width: number, notes: NotesInPrint): PrintTable | null {
  const { columns, rows } = layOutRows(rowsOf(table))
  if (columns === 0) return null
  const typed = widthsOf(table)
  const widths = fitWidths(typed.length === columns ? typed : Array<number>(columns).fill(1), width)
  return {
    kind: 'table',
    borders: hasBorders(table),
    widths,
    headerRows: soundHeader(headerRowsOf(table), rows),
    rows: rows.map(cells =>
      cells.map(({ cell, x, colspan, rowspan }) => {
        const inner = widths.slice(x, x + colspan).reduce((a, b) => a + b, 0) - cellPadding
        return {
          header: cell !== null && isHeaderCell(cell),
          colspan,
          rowspan,
          blocks: cell ? cellBlocks(cell, inner, notes) : [],
        }
      }),
    ),
  }
}

function rowsOf(table: Node) {
  return table.children.map(row => row.children.map(cell => ({ cell, ...spansOf(cell) })))
}

function cellBlocks(cell: Node, width: number, notes: NotesInPrint): (PrintParagraph | PrintTable)[] {
  const marks = marksWithin(cell)
  return cell.children.flatMap((block, index): (PrintParagraph | PrintTable)[] => {
    if (isTable(block)) {
      const table = printTable(block, Math.max(width, 10), notes)
      return table ? [table] : []
    }
    return [printParagraph(block, marks[index], notes)]
  })
}

/** Typst and Word both refuse to repeat a header that a merged cell crosses, or one that is the whole table. */
function soundHeader(wanted: number, rows: readonly (readonly Pick<PrintCell, 'rowspan'>[])[]): number {
  let header = Math.min(wanted, rows.length)
  for (let y = 0; y < header; y++)
    for (const cell of rows[y] ?? []) header = Math.max(header, Math.min(y + cell.rowspan, rows.length))
  return header < rows.length ? header : 0
}
