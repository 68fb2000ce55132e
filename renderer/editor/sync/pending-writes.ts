import type { Doc } from 'yjs'

/**
 * Letters that the person sees already and that go into the shared document a moment later: a key is on the screen
 * before the work of sharing it begins. Nobody may find the document without them, so everything that reads or
 * changes it calls `settle` first.
 */
export interface PendingWrites {
  /** Calls `write` soon, once for all that came until then. */
  readonly add: (write: () => void) => void
  readonly has: (write: () => void) => boolean
  /** Writes what waits, now. */
  readonly settle: () => void
  readonly stop: () => void
}

/** When to write; at once where a session has nobody who waits for the screen. */
export type Later = (settle: () => void) => void

export function createPendingWrites(body: Doc, later: Later = settle => settle()): PendingWrites {
  const waiting = new Set<() => void>()
  const settle = (): void => {
    for (const write of waiting) {
      waiting.delete(write)
      write()
    }
  }
  // The last resort: a change that nobody announced takes them along, before the binding redraws from the document.
  body.on('beforeTransaction', settle)
  return {
    add(write) {
      const isFirst = waiting.size === 0
      waiting.add(write)
      if (isFirst) later(settle)
    },
    has: write => waiting.has(write),
    settle,
    stop() {
      settle()
      body.off('beforeTransaction', settle)
    },
  }
}
