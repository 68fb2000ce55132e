/** Milliseconds between a change and the panels that show it: the letter must be on screen first. */
const delay = 30

export interface Listeners {
  readonly subscribe: (listener: () => void) => () => void
  /** Tells the listeners soon; many calls are one telling. */
  readonly soon: () => void
  /** Tells them at once. */
  readonly now: () => void
  readonly stop: () => void
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const listener of [...listeners]) listener()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    soon: () => void (timer ??= setTimeout(now, delay)),
    now,
    stop() {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
