/** A run of clocks of one Yjs client. */
export interface Run {
  readonly clock: number
  readonly len: number
}

/** Where in runs, in the order of their clocks, the first one is whose clock is not below this one. */
export function placeFor(runs: readonly Run[], clock: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.clock ?? 0) < clock) low = middle + 1
    else high = middle
  }
  return low
}

/** The run that holds this clock. */
export function runAt<R extends Run>(runs: readonly R[] | undefined, clock: number): R | undefined {
  const run = runs?.[placeFor(runs, clock + 1) - 1]
  return run && clock < run.clock + run.len ? run : undefined
}
