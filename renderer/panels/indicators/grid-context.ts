import type { Doc } from 'yjs'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../../../shared/indicators/indicator-row'
import type { Mode } from './grid-keys'
import { areaOf, at, fit, type Area, type Selection, type Size, type Spot } from './spot'

export interface GridState {
  readonly selection: Selection
  readonly mode: Mode
  /** The words in the cell that is being typed into; meaningless while `ready`. */
  readonly words: string
}

export const firstState: GridState = { selection: at(0, 0), mode: 'ready', words: '' }

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
  /** Gives the focus back to the text before (-1) or after the table. */
  readonly onLeave: (to: 1 | -1) => void
}

type Given = Pick<GridContext, 'body' | 'table' | 'readOnly' | 'set' | 'onStep' | 'onLeave'>

/** Colleagues may have removed rows meanwhile: the selection is fitted to what is there. */
export function gridContext(given: Given, state: GridState): GridContext {
  const size = { rows: given.table.rows.length, columns: rowCells.length }
  const selection = fit(state.selection, size)
  return { ...given, ...state, selection, size, area: areaOf(selection) }
}

export const storedAt = ({ table }: GridContext, spot: Spot): string =>
  table.rows[spot.row]?.[rowCells[spot.column] ?? 'name'] ?? ''

export const chosenRows = ({ table, area }: GridContext): readonly IndicatorRow[] =>
  table.rows.slice(area.top, area.bottom + 1)

export const choose = (grid: GridContext, selection: Selection): void =>
  grid.set({ selection, mode: 'ready', words: '' })
