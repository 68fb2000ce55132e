/** How long a peer waits between attempts, in ms. */
export interface Pace {
  /** Before the first new attempt. */
  readonly first: number
  /** Between two attempts at most: an office's network may be gone for days. */
  readonly most: number
}

export const usualPace: Pace = { first: 300, most: 15_000 }

/** A connection that held so long (ms) was a good one; the next attempts begin anew. */
const good = 10_000

/** Waits longer from one vain attempt to the next, and not all peers of a host that came back alike. */
export class Backoff {
  private attempts = 0
  private since = 0

  constructor(private readonly pace: Pace) {}

  connected(): void {
    this.since = Date.now()
  }

  hurry(): void {
    this.attempts = 0
  }

  /** Milliseconds until the next attempt. */
  next(): number {
    if (this.since > 0 && Date.now() - this.since >= good) this.attempts = 0
    this.since = 0
    const { first, most } = this.pace
    const longest = Math.min(most, first * 2 ** this.attempts++)
    return longest * (0.5 + Math.random() / 2)
  }
}
