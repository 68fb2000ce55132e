import { type Item, UndoManager, XmlFragment, XmlText, type Doc } from 'yjs'
import { byHand, undoScopeOf } from '../../../shared/sync/report-doc'
import { samePlace, type Visit } from '../place'
import { fromEditor } from '../sync/binding'
import { takeOpenStep } from './take-open-step'
import { openStep, type OpenStep } from './open-step'

/** Something outside the report that belongs to a step of undo, such as a record of a review. */
export interface Deed {
  readonly takeBack: () => void
  readonly doAgain: () => void
}

/** One history for text, notes, indicators, options and fields. It undoes this window's changes only. */
export interface UndoHistory {
  /** False where there was nothing to undo. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** Everything changed within becomes one step. */
  readonly oneStep: <T>(change: () => T) => T
  /** A step that stays open for one visit to a field. */
  readonly openStep: () => OpenStep
  /** Ties what was done outside the report to the step that was just made: it is taken back and done again with it. */
  readonly tie: (deed: Deed) => void
  /** What follows becomes a new step. */
  readonly separate: () => void
  /** Says where the person is before a change is made there. */
  readonly visit: (visit: Visit) => void
  readonly onChange: (listener: () => void) => () => void
  readonly destroy: () => void
}

/** Changes closer together than this are one step. Milliseconds. */
const captureTimeout = 500

/**
 * `goBack` is called after each step with the place that it belongs to; `settle` before each begins or ends, so that
 * letters which are still to be written come into the step in which they were typed.
 */
export function createUndoHistory(
  body: Doc,
  goBack: (visit: Visit) => void,
  settle: () => void = () => undefined,
): UndoHistory {
  const manager = new UndoManager(undoScopeOf(body), {
    captureTimeout,
    trackedOrigins: new Set([fromEditor, byHand]),
    deleteFilter: isMine,
  })
  let here: Visit | undefined
  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set('visit', here))
  const take = (kind: 'undo' | 'redo'): boolean => {
    settle()
    const step = takeOpenStep(manager, kind)
    const visit = step?.meta.get('visit') as Visit | undefined
    if (step) passOn(manager, step, kind)
    // Only now do the editors show the text as it was.
    if (visit) goBack(visit)
    return step !== null
  }
  const separate = (): void => {
    settle()
    if (manager.captureTimeout !== Infinity) manager.stopCapturing()
  }
  const visit = (next: Visit): void => {
    if (here && !samePlace(here.place, next.place)) separate()
    here = next
  }
  return {
    undo: () => take('undo'),
    redo: () => take('redo'),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    oneStep: change => {
      settle()
      return asOneStep(manager, () => {
        const made = change()
        settle()
        return made
      })
    },
    openStep: () => {
      settle()
      return openStep(manager)
    },
    tie: deed => void manager.undoStack.at(-1)?.meta.set('deed', deed),
    separate,
    visit,
    onChange: listener => onStackChange(manager, listener),
    destroy: () => manager.destroy(),
  }
}

/** The step that would take this one back bears the same deed. */
function passOn(
  manager: UndoManager,
  step: NonNullable<UndoManager['currStackItem']>,
  kind: 'undo' | 'redo',
): void {
  const deed = step.meta.get('deed') as Deed | undefined
  if (!deed) return
  const other = kind === 'undo' ? manager.redoStack : manager.undoStack
  other.at(-1)?.meta.set('deed', deed)
  if (kind === 'undo') deed.takeBack()
  else deed.doAgain()
}

function asOneStep<T>(manager: UndoManager, change: () => T): T {
  const isInside = manager.captureTimeout === Infinity
  if (isInside) return change()
  manager.stopCapturing()
  manager.captureTimeout = Infinity
  try {
    return change()
  } finally {
    manager.captureTimeout = captureTimeout
    manager.stopCapturing()
  }
}

/**
 * Undoing the making of a block or note must not take away what a colleague has typed into it since: whatever
 * still holds words after one's own are gone stays.
 */
function isMine(item: Item): boolean {
  const type: unknown = 'type' in item.content ? item.content.type : undefined
  if (type instanceof XmlFragment || type instanceof XmlText) return type.length === 0
  return true
}

function onStackChange(manager: UndoManager, listener: () => void): () => void {
  const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
  for (const event of events) manager.on(event, listener)
  return () => {
    for (const event of events) manager.off(event, listener)
  }
}
