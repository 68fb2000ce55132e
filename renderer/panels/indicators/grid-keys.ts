import type { Spot } from './spot'

/**
 * `ready`: the cell is chosen, typing replaces it. `typing`: it is being replaced, arrows leave it.
 * `editing` (F2, double click): arrows move within its text.
 */
export type Mode = 'ready' | 'typing' | 'editing'

export type GridAction =
  | { readonly kind: 'move' | 'extend'; readonly by: Spot }
  | { readonly kind: 'edge'; readonly by: Spot; readonly extend: boolean }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'edit' | 'cancel' | 'clear' | 'select-all' | 'remove-rows' | 'break' }
  | { readonly kind: 'add-row'; readonly where: 'above' | 'below' }
  | { readonly kind: 'move-rows'; readonly by: 1 | -1 }
  | { readonly kind: 'leave'; readonly to: 1 | -1 }

/** The keys as an event has them. */
export interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const arrows: Readonly<Record<string, Spot>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** What keys mean in the grid; null where the cell's own text field should have them. */
export function gridAction(keys: Keys, mode: Mode): GridAction | null {
  const arrow = arrows[keys.key]
  if (arrow) return arrowAction(keys, arrow, mode)
  return mode === 'ready' ? readyAction(keys) : textAction(keys, mode)
}

function arrowAction(keys: Keys, by: Spot, mode: Mode): GridAction | null {
  if (keys.altKey && !keys.shiftKey && by.row !== 0) return { kind: 'move-rows', by: by.row as 1 | -1 }
  if (mode === 'editing' || keys.altKey) return null
  if (keys.ctrlKey) return { kind: 'edge', by, extend: keys.shiftKey }
  if (keys.shiftKey) return mode === 'ready' ? { kind: 'extend', by } : null
  return { kind: 'move', by }
}

function textAction(keys: Keys, mode: Mode): GridAction | null {
  switch (keys.key) {
    case 'Enter':
      return keys.altKey
        ? { kind: 'break' }
        : { kind: 'move', by: { row: keys.shiftKey ? -1 : 1, column: 0 } }
    case 'Tab':
      return { kind: 'step', by: keys.shiftKey ? -1 : 1 }
    case 'Escape':
      return { kind: 'cancel' }
    case 'F2':
      return mode === 'typing' ? { kind: 'edit' } : null
    default:
      return null
  }
}

function readyAction(keys: Keys): GridAction | null {
  switch (keys.key) {
    case 'Enter':
      if (keys.altKey) return { kind: 'add-row', where: keys.shiftKey ? 'above' : 'below' }
      return { kind: 'move', by: { row: keys.shiftKey ? -1 : 1, column: 0 } }
    case 'Tab':
      return { kind: 'step', by: keys.shiftKey ? -1 : 1 }
    case 'F2':
      return { kind: 'edit' }
    case 'Delete':
    case 'Backspace':
      return keys.ctrlKey ? { kind: 'remove-rows' } : { kind: 'clear' }
    case 'Home':
    case 'End':
      return homeAction(keys)
    case 'Escape':
      return { kind: 'leave', to: 1 }
    case 'a':
    case 'A':
      return keys.ctrlKey ? { kind: 'select-all' } : null
    default:
      return null
  }
}

function homeAction(keys: Keys): GridAction {
  const column = keys.key === 'Home' ? -1 : 1
  return { kind: 'edge', by: { row: keys.ctrlKey ? column : 0, column }, extend: keys.shiftKey }
}
