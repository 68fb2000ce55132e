import type { Doc } from 'yjs'
import {
  rowCells,
  type IndicatorRow,
  type IndicatorTable,
  type RowCell,
} from '../../../shared/indicators/indicator-row'
import type { RowId } from '../../../shared/report/ids'
import type { OpenStep } from '../../editor/undo/open-step'
import type { Mode } from './grid-keys'
import { areaOf, at, fit, type Area, type Selection, type Size, type Spot } from './spot'

export interface GridState {
  readonly selection: Selection
  readonly mode: Mode
  /** The words in the cell that is being typed into; meaningless while `ready`. */
  readonly words: string
  /** What was written of them so far; null until the first key, and while `ready`. */
  readonly visit: Visit | null
}

/** One stay in one cell. It names the row, whose place a colleague may change meanwhile. */
export interface Visit {
  readonly row: RowId
  readonly cell: RowCell
  readonly before: string
  readonly step: OpenStep
}

export const firstState: GridState = { selection: at(0, 0), mode: 'ready', words: '', visit: null }

/** One moment of one grid: what it shows, and how to change it. */
export interface GridContext extends GridState {
  readonly body: Doc
  readonly table: IndicatorTable
  readonly readOnly: boolean
  readonly size: Size
  readonly area: Area
  readonly set: (state: GridState) => void
  /** What is done next becomes a step of undo of its own. */
  readonly onStep: () => void
  readonly openStep: () => OpenStep
  /** Gives the focus back to the text before (-1) or after the table. */
  readonly onLeave: (to: 1 | -1) => void
}

type Given = Pick<GridContext, 'body' | 'table' | 'readOnly' | 'set' | 'onStep' | 'openStep' | 'onLeave'>

/**
 * Colleagues may have added, moved or removed rows meanwhile: who types stays in the row they type in, and the
 * selection is fitted to what is there.
 */
export function gridContext(given: Given, state: GridState): GridContext {
  const size = { rows: given.table.rows.length, columns: rowCells.length }
  const followed = follow(given.table, state)
  const selection = fit(followed.selection, size)
  return { ...given, ...followed, selection, size, area: areaOf(selection) }
}

function follow({ rows }: IndicatorTable, state: GridState): GridState {
  const { visit, selection } = state
  if (!visit || rows[selection.head.row]?.id === visit.row) return state
  const row = rows.findIndex(({ id }) => id === visit.row)
  if (row < 0) return { ...state, mode: 'ready', words: '', visit: null }
  return { ...state, selection: at(row, selection.head.column) }
}

export const storedAt = ({ table }: GridContext, spot: Spot): string =>
  table.rows[spot.row]?.[rowCells[spot.column] ?? 'name'] ?? ''

export const chosenRows = ({ table, area }: GridContext): readonly IndicatorRow[] =>
  table.rows.slice(area.top, area.bottom + 1)

export const choose = (grid: GridContext, selection: Selection): void =>
  grid.set({ selection, mode: 'ready', words: '', visit: null })
