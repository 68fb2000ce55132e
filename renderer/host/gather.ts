import type { BetweenLetters } from './between-letters'

/** How long others' changes may wait for company. Milliseconds. */
const pause = 50

export interface Gathered {
  readonly add: (update: Uint8Array) => void
  /** Hands over what waits, now. */
  readonly flush: () => void
}

/**
 * Hands changes over together. One alone is handed over at once; where fifty people type, each key would otherwise
 * redraw, and a key of the person's own would wait behind them. They are handed over right behind a frame, where they are
 * least in the way of a letter that is on its way to the screen.
 */
export function gather(
  handOver: (updates: readonly Uint8Array[]) => void,
  between: BetweenLetters,
): Gathered {
  let waiting: Uint8Array[] = []
  let last = -Infinity
  let unplan: (() => void) | null = null
  const flush = (): void => {
    unplan?.()
    unplan = null
    const updates = waiting
    waiting = []
    if (updates.length === 0) return
    last = performance.now()
    handOver(updates)
  }
  return {
    add(update) {
      waiting.push(update)
      if (unplan) return
      if (!between.isTyping() && performance.now() - last >= pause) flush()
      else unplan = between.act(flush, pause)
    },
    flush,
  }
}
