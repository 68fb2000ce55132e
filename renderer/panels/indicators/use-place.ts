import { useEffect } from 'react'
import { rowCells, type RowCell } from '../../../shared/indicators/indicator-row'
import type { RowId } from '../../../shared/report/ids'
import type { GridContext } from './grid-context'
import type { Spot } from './spot'
import { goTo } from './use-grid'

/** Takes the person to a cell: undo, find and the list of problems do so. */
export function useWanted(
  wanted: Spot | null,
  grid: GridContext,
  setFocused: (focused: boolean) => void,
): void {
  const row = wanted?.row ?? -1
  const column = wanted?.column ?? -1
  useEffect(() => {
    if (row < 0 || column < 0) return
    goTo(grid, { row, column }, false)
    setFocused(true)
    // Only when another cell is wanted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [row, column])
}

/** Says which cell the person is in, so that each cell has its own step of undo and undo leads back to it. */
export function useEntered(
  grid: GridContext,
  focused: boolean,
  onEnter: (row: RowId, cell: RowCell) => void,
): void {
  const { head } = grid.selection
  const row = grid.table.rows[head.row]?.id
  const cell = rowCells[head.column]
  useEffect(() => {
    if (focused && row && cell) onEnter(row, cell)
  }, [focused, row, cell, onEnter])
}
