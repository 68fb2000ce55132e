import { nextTime } from '../../../shared/review/next-time'
import type { ReviewRecord } from '../../../shared/review/record'
import type { Review } from '../../../shared/review/review'

/** Clocks that are this close are the same; asking the host takes as long. In ms. */
const close = 5000

/** What the host's clock shows, as far as it is known: records bear its time, because the clocks of an office differ. */
export class HostClock {
  /** By how many ms this computer's clock is ahead of it. */
  private ahead = 0

  constructor(private readonly clock: () => number = Date.now) {}

  learn(ahead: number): void {
    this.ahead = Math.abs(ahead) < close ? 0 : ahead
  }

  /** ms since 1970. */
  now(): number {
    return this.clock() - this.ahead
  }

  /** Records of this moment, which speak of what is in `review`. */
  stamp<Each extends ReviewRecord>(records: readonly Each[], review: Review): Each[] {
    if (this.ahead === 0) return [...records]
    return records.map(record => ({ ...record, at: nextTime(this.now(), ofOf(record), review) }))
  }

  /**
   * Records that were made before the host was met, in their order. Those that would be of the future there get the time
   * that it was there; `review` is what the host knows.
   */
  correct<Each extends ReviewRecord>(records: readonly Each[], review: Review): Each[] {
    let last = 0
    return records.map(record => {
      const at = Date.parse(record.at)
      if (at <= this.now()) return record
      const then = Math.max(Math.min(at - Math.max(this.ahead, 0), this.now()), last + 1)
      last = Date.parse(nextTime(then, ofOf(record), review))
      return { ...record, at: new Date(last).toISOString() }
    })
  }
}

const ofOf = (record: ReviewRecord): string | null => ('of' in record ? record.of : null)
