import { useState } from 'react'
import { unreachable } from '../../../shared/util/exhaustive'
import { choose, firstState, gridContext, storedAt, type GridContext } from './grid-context'
import type { GridAction } from './grid-keys'
import { addRow, clearChosen, commit, moveChosen, removeChosen } from './row-acts'
import { at, moved, stepped, type Spot } from './spot'

/** The state of one grid; what is done to it are functions over the context that this returns. */
export function useGrid(given: Omit<Parameters<typeof gridContext>[0], 'set'>): GridContext {
  const [state, set] = useState(firstState)
  return gridContext({ ...given, set }, state)
}

/** Does what a key, a menu item or a press of the mouse means. */
export function act(grid: GridContext, action: GridAction): void {
  const { head } = grid.selection
  switch (action.kind) {
    case 'move': {
      goTo(grid, moved(head, action.by, grid.size), false)
      return
    }
    case 'extend': {
      goTo(grid, moved(head, action.by, grid.size), true)
      return
    }
    case 'edge': {
      goTo(grid, moved(head, far(action.by), grid.size), action.extend)
      return
    }
    case 'step': {
      step(grid, action.by)
      return
    }
    case 'edit': {
      edit(grid)
      return
    }
    case 'cancel': {
      choose(grid, grid.selection)
      return
    }
    case 'break': {
      type(grid, `${grid.words}\n`)
      return
    }
    case 'clear': {
      clearChosen(grid)
      return
    }
    case 'select-all': {
      choose(grid, {
        anchor: { row: 0, column: 0 },
        head: moved(head, far({ row: 1, column: 1 }), grid.size),
      })
      return
    }
    case 'remove-rows': {
      removeChosen(grid)
      return
    }
    case 'add-row': {
      addRow(grid, action.where)
      return
    }
    case 'move-rows':
      commit(grid)
      {
        moveChosen(grid, action.by)
        return
      }
    case 'leave':
      commit(grid)
      {
        grid.onLeave(action.to)
        return
      }
    default:
      return unreachable(action)
  }
}

/** Writes what was typed and goes to a cell; `extend` keeps the selection's other corner. */
export function goTo(grid: GridContext, head: Spot, extend: boolean): void {
  commit(grid)
  choose(grid, { anchor: extend ? grid.selection.anchor : head, head })
}

export function goToRow(grid: GridContext, row: number, extend: boolean): void {
  commit(grid)
  const anchor = { row: extend ? grid.selection.anchor.row : row, column: 0 }
  choose(grid, { anchor, head: { row, column: grid.size.columns - 1 } })
}

/** Lets the caret into the cell, its words kept. */
export function edit(grid: GridContext): void {
  const { head } = grid.selection
  const words = grid.mode === 'ready' ? storedAt(grid, head) : grid.words
  if (!grid.readOnly) grid.set({ selection: at(head.row, head.column), mode: 'editing', words })
}

export function type(grid: GridContext, words: string): void {
  const { head } = grid.selection
  const mode = grid.mode === 'ready' ? 'typing' : grid.mode
  if (!grid.readOnly) grid.set({ selection: at(head.row, head.column), mode, words })
}

/** The focus leaves the grid: nothing that was typed may stay behind. */
export function settle(grid: GridContext): void {
  if (grid.mode === 'ready') return
  commit(grid)
  choose(grid, grid.selection)
}

function step(grid: GridContext, by: 1 | -1): void {
  const next = stepped(grid.selection.head, by, grid.size)
  if (next) {
    goTo(grid, next, false)
    return
  }
  commit(grid)
  if (by > 0) addRow(grid, 'below')
  else grid.onLeave(-1)
}

const far = (by: Spot): Spot => ({ row: by.row * 10_000, column: by.column * 10_000 })
