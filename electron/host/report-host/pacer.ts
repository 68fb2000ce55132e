/** Work that is asked for often and done now and then. */
export interface Pacer {
  /** Does the work soon; where it was done less than `pace` ms ago, when they are over. */
  readonly plan: () => void
  readonly stop: () => void
}

/** Who asks after a lull does not wait: what one person types reaches the others at once. */
export function createPacer(pace: number, work: () => void): Pacer {
  let doneAt = -Infinity
  let isPlanned = false
  let isOver = false
  let timer: NodeJS.Timeout | undefined

  const run = (): void => {
    isPlanned = false
    if (isOver) return
    doneAt = performance.now()
    work()
  }
  return {
    plan: () => {
      if (isPlanned || isOver) return
      isPlanned = true
      const wait = doneAt + pace - performance.now()
      // What arrives in one turn of the loop belongs together.
      if (wait <= 0) setImmediate(run)
      else timer = setTimeout(run, wait)
    },
    stop: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
