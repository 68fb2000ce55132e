import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import * as cells from 'prosemirror-tables'
import { newBlockId } from '../../../shared/report/ids'
import { headerRowsOf, widthsOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { blockHere } from '../queries/block-at'

/** Puts a table behind the block at the caret, its first row a header, the caret in its first cell. */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    const block = blockHere(state)
    if (!block || rows < 1 || columns < 1) return false
    const row = (kind: string): Node =>
      schema.node(
        'table_row',
        null,
        Array.from({ length: columns }, () => schema.node(kind, null, [emptyParagraph()])),
      )
    const body = Array.from({ length: rows - 1 }, () => row('table_cell'))
    const table = schema.node('table', { id: newBlockId(), headerRows: 1 }, [row('table_header'), ...body])
    const tr = state.tr.insert(block.to, table)
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(block.to + 3))).scrollIntoView())
    return true
  }

const emptyParagraph = (): Node => schema.node('paragraph', { id: newBlockId(), align: 'left' })

export const rowAbove: Command = withHeaderRows(cells.addRowBefore, ({ top }, header) =>
  top < header ? 1 : 0,
)
export const rowBelow: Command = withHeaderRows(cells.addRowAfter, ({ bottom }, header) =>
  bottom < header ? 1 : 0,
)
export const removeRow: Command = withHeaderRows(
  cells.deleteRow,
  ({ top, bottom }, header) => -Math.max(0, Math.min(bottom, header) - top),
)
export const columnLeft: Command = withWidths(cells.addColumnBefore)
export const columnRight: Command = withWidths(cells.addColumnAfter)
export const removeColumn: Command = withWidths(cells.deleteColumn)
export const removeTable: Command = cells.deleteTable
export const mergeCells: Command = cells.mergeCells
export const splitCell: Command = cells.splitCell
export const nextCell: Command = cells.goToNextCell(1)
export const previousCell: Command = cells.goToNextCell(-1)

/** Tab: the next cell, and in the last one a new row. */
export const nextCellOrRow: Command = (state, dispatch, view) => {
  if (nextCell(state, dispatch, view)) return true
  if (!cells.isInTable(state)) return false
  if (!dispatch || !view) return true
  rowBelow(state, dispatch, view)
  return nextCell(view.state, dispatch, view)
}

/** Repeats the rows down to the selected one on every page; none, if they are repeated already. */
export const toggleHeaderRows: Command = (state, dispatch) => {
  if (!cells.isInTable(state)) return false
  const { table, tableStart, bottom } = cells.selectedRect(state)
  dispatch?.(
    state.tr.setNodeAttribute(tableStart - 1, 'headerRows', headerRowsOf(table) === bottom ? 0 : bottom),
  )
  return true
}

export const isInTable = (state: EditorState): boolean => cells.isInTable(state)

type CountChange = (rect: cells.TableRect, headerRows: number) => number

/** The number of repeated rows follows rows that come and go among them. */
function withHeaderRows(command: Command, change: CountChange): Command {
  return withTable(command, (tr, pos, rect) => {
    const header = headerRowsOf(rect.table)
    const next = header + change(rect, header)
    if (next !== header) tr.setNodeAttribute(pos, 'headerRows', next)
  })
}

/** Widths are kept for the columns that were there; with another number of columns they are shared evenly. */
function withWidths(command: Command): Command {
  return withTable(command, (tr, pos, { table }) => {
    if (widthsOf(table).length > 0) tr.setNodeAttribute(pos, 'widths', '')
  })
}

function withTable(
  command: Command,
  adjust: (tr: Transaction, pos: number, rect: cells.TableRect) => void,
): Command {
  return (state, dispatch, view) => {
    if (!cells.isInTable(state)) return false
    const rect = cells.selectedRect(state)
    const adjusted = (tr: Transaction): void => {
      const isLeft = tr.doc.nodeAt(rect.tableStart - 1)?.type === rect.table.type
      if (isLeft) adjust(tr, rect.tableStart - 1, rect)
      dispatch?.(tr)
    }
    return command(state, dispatch && adjusted, view)
  }
}
