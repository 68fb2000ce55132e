import { Failure } from '../../../shared/ipc/failure'

/** So long a change may wait for others, in ms. */
const delay = 1000

export interface Saving {
  readonly plan: () => void
  /** Writes what is waiting, if anything. */
  readonly now: () => void
}

/**
 * Writes after a while, one time for many changes. What a failing disk does not take is written with the next change:
 * it is only what the host will say again.
 */
export function saveLater(write: () => void): Saving {
  let timer: NodeJS.Timeout | null = null
  const now = (): void => {
    if (!timer) return
    clearTimeout(timer)
    timer = null
    try {
      write()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }
  return {
    plan: () => {
      timer ??= setTimeout(now, delay)
    },
    now,
  }
}
