import type { Doc, Map as YMap } from 'yjs'
import {
  rowCells,
  type IndicatorRow,
  type RowCell,
  type RowKind,
} from '../../shared/indicators/indicator-row'
import { insertKeys } from '../../shared/indicators/order-keys'
import { rowsTogether } from '../../shared/indicators/row-blocks'
import { newRowId, type RowId, type TableId } from '../../shared/report/ids'
import { inOrder, orderOf, readIndicators } from '../../shared/sync/read-report'
import { byHand, indicatorsOf, rowsOf, type Record as SharedRecord } from '../../shared/sync/report-doc'
import { toRow } from '../../shared/sync/write-report'
import { mayChangeRecord } from '../editor/rights/rights'
import { cleanText } from '../../shared/util/text'

/* What a person does to an indicator table. Each call is one change of the shared document. */

export type RowChange = Partial<
  Record<RowCell, string> & Pick<IndicatorRow, 'kind' | 'groupLevel' | 'direction'>
>

export const emptyRow = (kind: RowKind, cells: RowChange = {}): IndicatorRow => ({
  ...(Object.fromEntries(rowCells.map(cell => [cell, ''])) as Record<RowCell, string>),
  groupLevel: 'roman',
  direction: '',
  ...cells,
  id: newRowId(),
  kind: cells.kind ?? kind,
})

/** Writes cells, kind, direction of rows; what is already so is left alone. */
export function changeRows(body: Doc, table: TableId, changes: ReadonlyMap<RowId, RowChange>): void {
  edit(body, table, record => {
    for (const [id, change] of changes) {
      const row = rowsOf(record).get(id)
      if (row) for (const [name, value] of Object.entries(change)) setValue(row, name, value)
    }
  })
}

/** Adds rows after the named one; null puts them first. */
export function addRows(body: Doc, table: TableId, after: RowId | null, rows: readonly IndicatorRow[]): void {
  if (rows.length === 0) return
  edit(body, table, record => {
    const known = inOrder(rowsOf(record))
    const keys = makeRoom(known, known.findIndex(([id]) => id === after) + 1, rows.length)
    rows.forEach((row, index) => rowsOf(record).set(row.id, toRow(row, keys[index] ?? '')))
  })
}

export function removeRows(body: Doc, table: TableId, ids: readonly RowId[]): void {
  edit(body, table, record => ids.forEach(id => rowsOf(record).delete(id)))
}

/**
 * Moves rows one place up or down together with what belongs to the last of them (an indicator takes its sub rows
 * along), over what belongs together there. False at either end.
 */
export function moveRows(body: Doc, table: TableId, ids: readonly RowId[], step: 1 | -1): boolean {
  let moved = false
  edit(body, table, record => {
    const { rows } = readIndicators(record, table)
    const first = rows.findIndex(row => row.id === ids[0])
    const last = rows.findIndex(row => row.id === ids.at(-1))
    const end = Math.max(
      last + 1,
      ...ids.map((_, index) => first + index + rowsTogether(rows, first + index)),
    )
    const to = step < 0 ? startOfBlockBefore(rows, first) : end + Math.max(1, rowsTogether(rows, end))
    if (first < 0 || to < 0 || to > rows.length) return
    const known = inOrder(rowsOf(record))
    const taken = known.slice(first, end)
    const rest = known.filter(entry => !taken.includes(entry))
    const keys = makeRoom(rest, step < 0 ? to : to - taken.length, taken.length)
    taken.forEach(([, row], index) => row.set('order', keys[index] ?? ''))
    moved = true
  })
  return moved
}

/** Where what stands right above row `start` begins: an indicator with its sub rows, or that one row. */
function startOfBlockBefore(rows: readonly IndicatorRow[], start: number): number {
  const whole = rows.findIndex((_, index) => index < start && index + rowsTogether(rows, index) === start)
  return whole < 0 ? start - 1 : whole
}

export function renameColumn(body: Doc, table: TableId, cell: RowCell, title: string): void {
  edit(body, table, record => setValue(record, `column:${cell}`, title))
}

export function renameTable(body: Doc, table: TableId, title: string): void {
  edit(body, table, record => setValue(record, 'title', title))
}

function edit(body: Doc, table: TableId, change: (record: SharedRecord) => void): void {
  const record = indicatorsOf(body).get(table)
  if (record && mayChangeRecord(body, table)) body.transact(() => change(record), byHand)
}

/** Order keys for new rows before the one at `index`; rows there that stand in the way get new ones. */
function makeRoom(rows: [string, YMap<string>][], index: number, count: number): readonly string[] {
  const { inserted, changed } = insertKeys(
    rows.map(([, row]) => orderOf(row as SharedRecord)),
    index,
    count,
  )
  for (const [at, key] of changed) rows[at]?.[1].set('order', key)
  return inserted
}

interface Settable {
  get(name: string): unknown
  set(name: string, value: string): unknown
}

function setValue(record: Settable, name: string, value: string): void {
  const clean = cleanText(value)
  if ((record.get(name) ?? '') !== clean) record.set(name, clean)
}
