import type { UndoManager } from 'yjs'
import { exactStep } from './exact-step'

/**
 * One step of undo for everything that a person does in one visit to a field, however long the pauses: the words
 * are written as they are typed, and undone as one.
 */
export interface OpenStep {
  /** Makes a change that belongs to the step. */
  readonly add: (change: () => void) => void
  /** Takes all of it back as if it had never been; false where something else was done or undone since. */
  readonly takeBack: () => boolean
}

export function openStep(manager: UndoManager): OpenStep {
  let mine: UndoManager['currStackItem'] = null
  const isLast = (): boolean => mine !== null && manager.undoStack.at(-1) === mine
  return {
    add(change) {
      const timeout = manager.captureTimeout
      // Yjs counts a change to the last step while less time than this has passed since `lastChange`.
      manager.captureTimeout = Infinity
      manager.lastChange = isLast() ? Date.now() : 0
      const last = manager.undoStack.at(-1)
      try {
        change()
      } finally {
        manager.captureTimeout = timeout
        manager.stopCapturing()
      }
      if (manager.undoStack.at(-1) !== last) mine = manager.undoStack.at(-1) ?? null
    },
    takeBack() {
      if (!isLast()) return false
      takeBackLast(manager)
      mine = null
      return true
    },
  }
}

function takeBackLast(manager: UndoManager): void {
  const others = manager.undoStack.slice(0, -1)
  // A step that a colleague's words have overwritten changes nothing, and Yjs would then undo the one before it.
  manager.undoStack = manager.undoStack.slice(-1)
  try {
    exactStep(manager, 'undo')
  } finally {
    manager.undoStack = others
  }
  // Not a thing to do again: the person has said that it was not meant.
  manager.clear(false, true)
}
