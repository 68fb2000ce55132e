import { rowCells, type IndicatorRow } from '../../../shared/indicators/indicator-row'
import type { RowId } from '../../../shared/report/ids'
import { inOrder } from '../../../shared/sync/read-report'
import { byHand, indicatorsOf, rowsOf } from '../../../shared/sync/report-doc'
import {
  addRows,
  changeRows,
  emptyRow,
  moveRows,
  removeRows,
  type RowChange,
} from '../../state/indicator-edits'
import { cellsIn, formatCells, parseCells, pastedRows } from './grid-clipboard'
import { choose, chosenRows, storedAt, type GridContext, type Visit } from './grid-context'
import { at, isSingle, type Spot } from './spot'

/** Writes what is being typed, key by key, as one step of undo for the whole stay in the cell. */
export function writeWords(grid: GridContext, words: string): Visit | null {
  const visit = grid.visit ?? startVisit(grid)
  visit?.step.add(() => writeCell(grid, visit, words.trim()))
  return visit
}

/** The cell has its words of before the visit. */
export function restoreWords(grid: GridContext): void {
  const { visit } = grid
  if (visit && !visit.step.takeBack()) grid.openStep().add(() => writeCell(grid, visit, visit.before))
}

function startVisit(grid: GridContext): Visit | null {
  const row = grid.table.rows[grid.selection.head.row]
  const cell = rowCells[grid.selection.head.column]
  return row && cell ? { row: row.id, cell, before: row[cell], step: grid.openStep() } : null
}

const writeCell = ({ body, table }: GridContext, { row, cell }: Visit, words: string): void =>
  changeRows(body, table.id, new Map([[row, { [cell]: words }]]))

export function addRow(grid: GridContext, where: 'above' | 'below'): void {
  if (grid.readOnly) return
  grid.onStep()
  const { rows } = grid.table
  const after = where === 'below' ? grid.area.bottom : grid.area.top - 1
  const beside = rows[where === 'below' ? grid.area.bottom : grid.area.top]
  addRows(grid.body, grid.table.id, rows[after]?.id ?? null, [
    emptyRow(beside?.kind === 'sub' ? 'sub' : 'indicator'),
  ])
  choose(grid, at(rows.length === 0 ? 0 : after + 1, 0))
}

export function moveChosen(grid: GridContext, by: 1 | -1): void {
  const ids = idsOf(grid)
  grid.onStep()
  if (grid.readOnly || !moveRows(grid.body, grid.table.id, ids, by)) return
  // The selection goes where its rows have gone; how far depends on what they were moved over.
  const record = indicatorsOf(grid.body).get(grid.table.id)
  const order = record ? inOrder(rowsOf(record)).map(([id]) => id) : []
  const shift = order.indexOf(ids[0] ?? '') - grid.area.top
  const shifted = (spot: Spot): Spot => ({ row: spot.row + shift, column: spot.column })
  grid.set({
    selection: { anchor: shifted(grid.selection.anchor), head: shifted(grid.selection.head) },
    mode: 'ready',
    words: '',
    visit: null,
  })
}

export function removeChosen(grid: GridContext): void {
  if (grid.readOnly || grid.size.rows === 0) return
  grid.onStep()
  removeRows(grid.body, grid.table.id, idsOf(grid))
  choose(grid, at(grid.area.top, grid.selection.head.column))
}

export function clearChosen(grid: GridContext): void {
  const empty = rowCells.slice(grid.area.left, grid.area.right + 1).map(cell => [cell, ''])
  write(grid, new Map(chosenRows(grid).map(row => [row.id, Object.fromEntries(empty) as RowChange])))
}

/** Gives the chosen rows a kind, a group level, a direction. */
export function changeChosen(grid: GridContext, change: RowChange): void {
  write(grid, new Map(chosenRows(grid).map(row => [row.id, change])))
}

export const copyChosen = (grid: GridContext): string =>
  formatCells(
    isSingle(grid.selection) ? [[storedAt(grid, grid.selection.head)]] : cellsIn(grid.table.rows, grid.area),
  )

/** One step of undo, however many rows it fills and adds. */
export function pasteAt(grid: GridContext, clipboard: string): void {
  if (grid.readOnly) return
  const { rows, id } = grid.table
  const { top, left } = grid.area
  const changes = new Map<RowId, RowChange>()
  const added: IndicatorRow[] = []
  pastedRows(parseCells(clipboard), { row: top, column: left }, grid.area).forEach((line, index) => {
    const change: RowChange = { ...line.cells, ...kindOf(line) }
    const row = rows[top + index]
    if (row) changes.set(row.id, change)
    else added.push(emptyRow('indicator', change))
  })
  grid.onStep()
  grid.body.transact(() => {
    write(grid, changes)
    addRows(grid.body, id, rows.at(-1)?.id ?? null, added)
  }, byHand)
}

const kindOf = ({ kind, groupLevel }: { kind?: IndicatorRow['kind']; groupLevel?: 'letter' | 'roman' }) => ({
  ...(kind ? { kind } : {}),
  ...(groupLevel ? { groupLevel } : {}),
})

const idsOf = (grid: GridContext): RowId[] => chosenRows(grid).map(row => row.id)

function write(grid: GridContext, changes: ReadonlyMap<RowId, RowChange>): void {
  if (grid.readOnly || changes.size === 0) return
  grid.onStep()
  changeRows(grid.body, grid.table.id, changes)
}
