export interface IdleWork {
  /** Begins after a pause; every call puts it off. */
  readonly soon: () => void
  /** Begins with the next idle moment. */
  readonly now: () => void
  readonly stop: () => void
}

/** What one idle moment leaves for a key that comes then. Milliseconds. */
const kept = 3
/** Longer than this nobody is kept waiting for an idle moment. Milliseconds. */
const longestWait = 1500

interface Moment {
  readonly timeRemaining: () => number
  readonly didTimeout: boolean
}

/** Does work in steps between the frames; `begin` says the steps, and a new beginning drops those that are left. */
export function createIdleWork(pause: number, begin: () => readonly (() => void)[]): IdleWork {
  let timer: ReturnType<typeof setTimeout> | undefined
  let cancel = (): void => undefined
  const drop = (): void => {
    clearTimeout(timer)
    cancel()
  }
  const run = (steps: readonly (() => void)[], from: number, moment: Moment): void => {
    let at = from
    do steps[at++]?.()
    while (at < steps.length && (moment.timeRemaining() > kept || (moment.didTimeout && at % 50 !== 0)))
    if (at < steps.length) cancel = whenIdle(next => run(steps, at, next))
  }
  const now = (): void => {
    drop()
    cancel = whenIdle(moment => run(begin(), 0, moment))
  }
  return {
    soon() {
      drop()
      timer = setTimeout(now, pause)
    },
    now,
    stop: drop,
  }
}

/** Calls back in an idle moment; where there are none, as in tests, at once with all the time there is. */
function whenIdle(run: (moment: Moment) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: longestWait })
    return () => cancelIdleCallback(id)
  }
  const timer = setTimeout(() => run({ timeRemaining: () => Infinity, didTimeout: false }), 0)
  return () => clearTimeout(timer)
}
