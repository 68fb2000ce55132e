import type { Node } from 'prosemirror-model'
import { newBlockId } from '../../report/ids'
import { schema } from '../../report/schema'
import { inlineNodes, type NoteRefs } from '../body/inline-nodes'
import { numberedInlines } from '../body/numbered-inlines'
import { itemsOf } from '../lines/items'
import type { Line } from '../lines/line'
import type { SourceCell, SourceRow, SourceTable } from '../source'

/** Any table as it is: spans, header rows, widths, nested tables, marks. Ragged rows are filled up with empty cells. */
export function generalTable(table: SourceTable, refs: NoteRefs): Node {
  const headerRows = leadingHeaderRows(table.rows)
  const missing = missingCells(table.rows)
  const rows = table.rows.map((row, index) => {
    const kind = index < headerRows ? 'table_header' : 'table_cell'
    const cells = row.cells.map(cell =>
      schema.node(
        kind,
        { colspan: cell.colspan, rowspan: cell.rowspan },
        cellContent(cell, { refs, header: index < headerRows }),
      ),
    )
    const filled = Array.from({ length: missing[index] ?? 0 }, () =>
      schema.node(kind, null, [emptyParagraph()]),
    )
    return schema.node('table_row', null, [...cells, ...filled])
  })
  return schema.node(
    'table',
    { id: newBlockId(), widths: widthsOf(table.widths), headerRows, borders: table.borders },
    rows,
  )
}

/** Millimetres between the margins, at least, on every paper we print. */
const pageWidth = 155

/** Empty where equal columns fill the page: that is how a table without widths is printed. */
function widthsOf(widths: readonly number[]): string {
  const rounded = widths.map(width => Math.round(width * 10) / 10)
  const total = rounded.reduce((sum, width) => sum + width, 0)
  const even = Math.max(...rounded) - Math.min(...rounded) <= 0.2 && total >= pageWidth
  return even ? '' : rounded.join(',')
}

function leadingHeaderRows(rows: readonly SourceRow[]): number {
  const first = rows.findIndex(row => !row.header)
  return first < 0 ? 0 : first
}

/** How many cells each row lacks to the width of the widest, cells that hang in from above counted. */
function missingCells(rows: readonly SourceRow[]): number[] {
  const taken = rows.map(() => 0)
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells)
      for (let down = index; down < Math.min(rows.length, index + cell.rowspan); down++)
        taken[down] = (taken[down] ?? 0) + cell.colspan
  }
  const width = Math.max(0, ...taken)
  return taken.map(count => width - count)
}

interface CellContext {
  readonly refs: NoteRefs
  readonly header: boolean
}

function cellContent(cell: SourceCell, context: CellContext): Node[] {
  const content = itemsOf(cell.blocks).map(item =>
    item.kind === 'table' ? generalTable(item.table, context.refs) : cellParagraph(item, context),
  )
  return content.length > 0 ? content : [emptyParagraph()]
}

const emptyParagraph = (): Node => schema.node('paragraph', { id: newBlockId(), align: 'left' })

/** Header cells are printed bold anyway, so a wholly bold one keeps no mark of it. */
function cellParagraph(line: Line, { refs, header }: CellContext): Node {
  const without = header && line.bold ? (['strong'] as const) : []
  const attrs = { id: newBlockId(), align: line.paragraph.align ?? 'left' }
  return schema.node('paragraph', attrs, inlineNodes(numberedInlines(line), schema, { refs, without }))
}
