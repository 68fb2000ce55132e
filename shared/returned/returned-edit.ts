import type { DifferenceClass } from '../compare/difference'
import type { BlockId } from '../report/ids'
import type { Anchor } from '../review/anchor'
import type { Change } from '../review/change'
import type { LeftoverKind } from './leftover'
import type { WordComment } from './word-marks'

/** Who made a tracked change in Word, and when (as the file says it). */
export interface Tracked {
  readonly author: string
  readonly at: string
}

interface Returned {
  /** Unique among those of one file. */
  readonly key: string
  /** The innermost section of today's report. */
  readonly section: BlockId | 'report'
  readonly anchor: Anchor
}

interface Edited extends Returned {
  readonly class: DifferenceClass
  readonly before: string
  readonly after: string
  /** Empty where it was made without tracking, or that is not known. */
  readonly tracked: readonly Tracked[]
}

/** An edit that a proposal can say. */
export interface ProposedEdit extends Edited {
  readonly kind: 'proposal'
  readonly change: Change
  /** Today's words there are others than those that were sent, too. */
  readonly both: boolean
}

/** An edit that no proposal can say; it can be taken in as a remark with its words. */
export interface ListedEdit extends Edited {
  readonly kind: 'listed'
  readonly what: LeftoverKind
}

/** A comment, with the answers it got. */
export interface ReturnedComment extends Returned {
  readonly kind: 'comment'
  readonly comment: WordComment
}

export type ReturnedEdit = ProposedEdit | ListedEdit | ReturnedComment

/** What a file brings that came back, in the order of today's text. */
export interface ReturnedEdits {
  readonly edits: readonly ReturnedEdit[]
  /** Edits that today's text has already. */
  readonly already: number
}
