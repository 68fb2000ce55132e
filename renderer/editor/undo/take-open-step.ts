import type { UndoManager } from 'yjs'
import { rightsOf } from '../rights/rights'
import { closedStep } from './closed-step'
import { exactStep } from './exact-step'
import { itemsOf } from './step-items'

/**
 * Undoes or redoes the last step that the person may still take. Steps in sections that were locked meanwhile are passed
 * over, which the person is told, and stay for when the lock is lifted. Null: nothing was taken.
 */
export function takeOpenStep(manager: UndoManager, kind: 'undo' | 'redo'): UndoManager['currStackItem'] {
  const rights = rightsOf(manager.doc)
  if (!rights.permissions()) return exactStep(manager, kind)
  const name = kind === 'undo' ? 'undoStack' : 'redoStack'
  const steps = [...manager[name]]
  const passed: typeof steps = []
  let taken: UndoManager['currStackItem'] = null
  let why: ReturnType<typeof closedStep>
  while (!taken && steps.length > 0) {
    const step = steps.pop()
    if (!step) break
    const closed = closedStep(itemsOf(step, manager.doc), manager.doc, rights)
    if (closed) {
      why ??= closed
      passed.unshift(step)
      continue
    }
    // One at a time: a step that colleagues have overwritten changes nothing, and Yjs would take the one before it too.
    manager[name] = [step]
    taken = exactStep(manager, kind)
  }
  manager[name] = [...steps, ...passed]
  if (why) rights.refuse({ ...why, steps: passed.length })
  return taken
}
