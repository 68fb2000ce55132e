/** How long others' changes may wait for company. Milliseconds. */
const pause = 50
/** A window that draws nothing has no next frame to wait for. Milliseconds. */
const noFrame = 100

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
export function gather(handOver: (updates: readonly Uint8Array[]) => void): Gathered {
  let waiting: Uint8Array[] = []
  let last = -Infinity
  let isPlanned = false
  const flush = (): void => {
    const updates = waiting
    waiting = []
    if (updates.length === 0) return
    last = performance.now()
    handOver(updates)
  }
  return {
    add(update) {
      waiting.push(update)
      if (isPlanned) return
      if (performance.now() - last >= pause) {
        flush()
        return
      }
      isPlanned = true
      setTimeout(
        () =>
          behindFrame(() => {
            isPlanned = false
            flush()
          }),
        pause,
      )
    },
    flush,
  }
}

function behindFrame(act: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone) return
    isDone = true
    act()
  }
  setTimeout(once, noFrame)
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(once, 0))
}
