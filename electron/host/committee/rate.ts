/** A bucket that fills with `perSecond` and holds `burst` seconds of it; it can be overdrawn once. */
export interface Bucket {
  readonly take: (amount: number) => void
  /** Milliseconds until nothing is overdrawn. */
  readonly wait: () => number
}

export function createBucket(perSecond: number, burst: number): Bucket {
  let left = perSecond * burst
  let filledAt = performance.now()
  const fill = (): void => {
    const now = performance.now()
    left = Math.min(perSecond * burst, left + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
  }
  return {
    take: amount => {
      fill()
      left -= amount
    },
    wait: () => {
      fill()
      return left >= 0 ? 0 : (-left / perSecond) * 1000
    },
  }
}
