/** So long after a letter the person is taken to be typing on. Milliseconds. */
const typingOn = 400
/** How long what others did may wait for a letter of the person's to pass. Milliseconds. */
const longest = 250
/** A window that draws nothing has no next frame to wait for. Milliseconds. */
const noFrame = 100

/** When to show what others did: right behind a letter of the person's own, never before the next. */
export interface BetweenLetters {
  /** A letter of the person's own is in the report, and on the screen or about to be. */
  readonly letter: () => void
  readonly isTyping: () => boolean
  /** Acts after `pause` ms and behind a frame; while the person types, behind the next letter. Returns how not to. */
  readonly act: (act: () => void, pause: number) => () => void
}

/**
 * Drawing what others did makes the browser busy for a frame, and a key that is pressed meanwhile is on the screen a
 * frame later. Where fifty people type that is nearly every key. Between two letters there is room for it.
 */
export function createBetweenLetters(): BetweenLetters {
  const waiting = new Set<() => void>()
  let last = -Infinity
  const isTyping = (): boolean => performance.now() - last < typingOn
  const passed = (): void => {
    for (const act of [...waiting]) act()
  }
  return {
    letter() {
      last = performance.now()
      if (waiting.size > 0) behindFrame(passed)
    },
    isTyping,
    act(act, pause) {
      const once = (): void => {
        stop()
        act()
      }
      const timer = isTyping()
        ? setTimeout(once, longest)
        : setTimeout(() => behindFrame(() => waiting.has(once) && once()), pause)
      const stop = (): void => {
        clearTimeout(timer)
        waiting.delete(once)
      }
      waiting.add(once)
      return stop
    },
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
