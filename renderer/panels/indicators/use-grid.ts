import { useState } from 'react'
import { choose, firstState, gridContext, storedAt, type GridContext } from './grid-context'
import type { GridAction } from './grid-keys'
import { addRow, clearChosen, moveChosen, removeChosen, restoreWords, writeWords } from './row-acts'
import { at, moved, stepped, type Spot } from './spot'

/** The state of one grid; what is done to it are functions over the context that this returns. */
export function useGrid(given: Omit<Parameters<typeof gridContext>[0], 'set'>): GridContext {
  const [state, set] = useState(firstState)
  return gridContext({ ...given, set }, state)
}

type Acts = {
  readonly [K in GridAction['kind']]: (grid: GridContext, action: Extract<GridAction, { kind: K }>) => void
}

const acts: Acts = {
  move: (grid, { by }) => goTo(grid, moved(grid.selection.head, by, grid.size), false),
  extend: (grid, { by }) => goTo(grid, moved(grid.selection.head, by, grid.size), true),
  edge: (grid, { by, extend }) => goTo(grid, moved(grid.selection.head, far(by), grid.size), extend),
  step: (grid, { by }) => step(grid, by),
  edit: grid => edit(grid),
  cancel(grid) {
    restoreWords(grid)
    choose(grid, grid.selection)
  },
  break: grid => type(grid, `${grid.words}\n`),
  clear: grid => clearChosen(grid),
  'select-all': grid =>
    choose(grid, {
      anchor: { row: 0, column: 0 },
      head: moved(grid.selection.head, far({ row: 1, column: 1 }), grid.size),
    }),
  'remove-rows': grid => removeChosen(grid),
  'add-row': (grid, { where }) => addRow(grid, where),
  'move-rows': (grid, { by }) => moveChosen(grid, by),
  leave: (grid, { to }) => grid.onLeave(to),
}

/** Does what a key, a menu item or a press of the mouse means. */
export function act(grid: GridContext, action: GridAction): void {
  // The table pairs each kind with its own action, which the compiler cannot follow through the look-up.
  acts[action.kind](grid, action as never)
}

/** Goes to a cell; `extend` keeps the selection's other corner. */
export function goTo(grid: GridContext, head: Spot, extend: boolean): void {
  choose(grid, { anchor: extend ? grid.selection.anchor : head, head })
}

export function goToRow(grid: GridContext, row: number, extend: boolean): void {
  const anchor = { row: extend ? grid.selection.anchor.row : row, column: 0 }
  choose(grid, { anchor, head: { row, column: grid.size.columns - 1 } })
}

/** Lets the caret into the cell, its words kept. */
export function edit(grid: GridContext): void {
  const { head } = grid.selection
  const words = grid.mode === 'ready' ? storedAt(grid, head) : grid.words
  if (!grid.readOnly)
    grid.set({ selection: at(head.row, head.column), mode: 'editing', words, visit: grid.visit })
}

export function type(grid: GridContext, words: string): void {
  const { head } = grid.selection
  const mode = grid.mode === 'ready' ? 'typing' : grid.mode
  if (grid.readOnly) return
  const visit = writeWords(grid, words)
  grid.set({ selection: at(head.row, head.column), mode, words, visit })
}

/** The focus leaves the grid, and with it the cell that was typed into. */
export function settle(grid: GridContext): void {
  if (grid.mode !== 'ready') choose(grid, grid.selection)
}

function step(grid: GridContext, by: 1 | -1): void {
  const next = stepped(grid.selection.head, by, grid.size)
  if (next) {
    goTo(grid, next, false)
    return
  }
  if (by > 0) addRow(grid, 'below')
  else grid.onLeave(-1)
}

const far = (by: Spot): Spot => ({ row: by.row * 10_000, column: by.column * 10_000 })
