import type { EventPayload } from '../../shared/ipc/contract'
import { Failure } from '../../shared/ipc/failure'
import type { ReportWindow } from './windows/report-window'
import { words } from './words'

/** A long work of a window's: can be cancelled, tells its progress. */
export interface Task {
  readonly signal: AbortSignal
  readonly progress: (step: string, done: number, of: number) => void
}

export interface Tasks {
  /** Runs work under the id the window gave it. Throws what the work throws. */
  readonly run: <T>(window: ReportWindow, taskId: string, work: (task: Task) => Promise<T>) => Promise<T>
  readonly cancel: (window: ReportWindow, taskId: string) => void
  /** The window is gone; so is the use of its work. */
  readonly cancelAll: (window: ReportWindow) => void
}

export function createTasks(): Tasks {
  // Weak, because work that was cancelled may end after its window is gone.
  const running = new WeakMap<ReportWindow, Map<string, AbortController>>()
  const of = (window: ReportWindow): Map<string, AbortController> => {
    const known = running.get(window) ?? new Map<string, AbortController>()
    running.set(window, known)
    return known
  }
  return {
    run: async (window, taskId, work) => {
      if (of(window).has(taskId)) throw new Failure('not-ready', words.taskUnderWay)
      const controller = new AbortController()
      of(window).set(taskId, controller)
      const progress = (step: string, done: number, total: number): void => {
        const doing: EventPayload<'task.progressed'> = { taskId, step, done, of: total }
        window.tell('task.progressed', doing)
      }
      try {
        return await work({ signal: controller.signal, progress })
      } finally {
        of(window).delete(taskId)
      }
    },
    cancel: (window, taskId) => of(window).get(taskId)?.abort(),
    cancelAll: window => {
      for (const controller of of(window).values()) controller.abort()
      running.delete(window)
    },
  }
}
