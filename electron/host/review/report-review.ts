import type { KnownRecord } from '../../../shared/ipc/review'
import { byTime } from '../../../shared/review/record-order'
import type { SaidForCopy } from './copied'
import type { Audience, ReviewRecord } from '../../../shared/review/record'

/** With `all`, everything that there is, by time; else what came, or is known otherwise than before. */
export interface ReviewChange {
  readonly all: boolean
  readonly records: readonly KnownRecord[]
}

/** The review of an open report, as the person at this computer may read it and add to it. */
export interface ReportReview {
  /** By time. */
  readonly known: readonly KnownRecord[]
  /** What a copy of the report takes along. */
  readonly forCopy: SaidForCopy
  /**
   * Adds records, all of them or none; they are on the disk when this returns. The author is set here. Throws a Failure
   * with the reason.
   */
  readonly add: (audience: Audience, records: readonly ReviewRecord[]) => void
  /** Hears of every change of `known`, until the returned function is called. */
  readonly onChange: (listener: (change: ReviewChange) => void) => () => void
}

export const inOrder = (known: readonly KnownRecord[]): KnownRecord[] =>
  [...known].sort((a, b) => byTime(a.record, b.record))
