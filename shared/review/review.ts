import type { KnownRecord } from '../ipc/review'
import type { Anchor } from './anchor'
import type { Change } from './change'
import type { Audience, Origin, RecordOf } from './record'

/** Who added something, and when. Times are ISO, to the millisecond; people are member ids. */
interface Added {
  /** That of the record which added it. */
  readonly id: string
  readonly author: string
  readonly at: string
  /** False while any of what is shown here has not reached the committee's host. */
  readonly sent: boolean
}

/** The same, of what has readers of its own. */
interface AddedFor extends Added {
  readonly audience: Audience
}

/** Words that somebody wrote. */
export interface Said extends Added {
  readonly text: string
  readonly mentions: readonly string[]
  /** When its author last wrote it anew, or null. */
  readonly editedAt: string | null
  /** The Word file that it came in with; absent where its author wrote it. */
  readonly from?: Origin | undefined
}

export type Reply = Said

/** A remark with what was said and decided about it. */
export interface Annotation extends Said, AddedFor {
  readonly kind: 'annotation'
  readonly anchor: Anchor
  /** Who is asked to see to it, or null. */
  readonly assigned: string | null
  readonly resolved: { readonly by: string; readonly at: string } | null
  /** By their times. */
  readonly replies: readonly Reply[]
  /** Its author took it back, but there are replies: `text` is then empty. Without replies it is not listed at all. */
  readonly removed: boolean
  /** When something last happened to it. */
  readonly changedAt: string
}

export type ProposalState = 'open' | 'accepted' | 'rejected' | 'withdrawn'

export interface Proposal extends AddedFor {
  readonly kind: 'proposal'
  readonly anchor: Anchor
  readonly change: Change
  /** Why; may be empty. */
  readonly reason: string
  /** The id of the proposal that this one answers with another wording, or null. It may be unknown here. */
  readonly counters: string | null
  /** The name that the proposals made in one go share, or null. */
  readonly group: string | null
  /** The Word file that it came in with; absent where its author made it. */
  readonly from?: Origin | undefined
  readonly state: ProposalState
  /** Who accepted, rejected or withdrew it; null exactly while it is open. The reason of a rejection may be empty. */
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string } | null
  readonly changedAt: string
}

/** What a block, note or cell said before its first tracked edit. */
export interface TrackedChange extends AddedFor {
  readonly kind: 'tracked'
  readonly anchor: Anchor
  readonly was: RecordOf<'change.tracked'>['was']
  readonly after: string | null
  /** Who looked, and whether the change stays; null while nobody did. */
  readonly settled: { readonly by: string; readonly at: string; readonly kept: boolean } | null
  readonly changedAt: string
}

/** Which wording a person would have; the last that the person said. */
export interface Preference extends AddedFor {
  readonly options: string
  readonly wording: string
  readonly reason: string
}

/** Which wording was chosen, with those that were not. */
export interface OptionsDecision extends AddedFor {
  readonly options: string
  readonly wording: string
  readonly reason: string
  readonly rejected: RecordOf<'options.decided'>['rejected']
}

export type ReviewItem = Annotation | Proposal | TrackedChange

/**
 * Everything that stands in a review, as `reviewOf` computes it. What `addToReview` leaves alone stays the very same
 * object, lists included, so whoever shows one may remember by identity. Lists are in order of time, ids where equal.
 */
export interface Review {
  readonly annotations: readonly Annotation[]
  /** Decided ones too. */
  readonly proposals: readonly Proposal[]
  /** Settled ones too. */
  readonly tracked: readonly TrackedChange[]
  /** One for each person and set of wordings, unless the person took it back. */
  readonly preferences: readonly Preference[]
  /** All that were made; the last about a set of wordings counts. */
  readonly decisions: readonly OptionsDecision[]
  /** The three kinds above by id, whatever was taken back included. */
  readonly items: ReadonlyMap<string, ReviewItem>
  readonly sources: ReviewSources
}

/** Who stands behind the author `self`. */
export interface ReviewOwner {
  /** The member at this program; null without a committee. */
  readonly self: string | null
  /** The member who founded the committee; null without one. */
  readonly founder: string | null
}

/** What a review was computed from. */
export interface ReviewSources {
  readonly owner: ReviewOwner
  /** By id, with `self` read as the member it stands for. */
  readonly records: ReadonlyMap<string, KnownRecord>
  /** The ids of the records that are about one, in no particular order; it may be unknown still. */
  readonly about: ReadonlyMap<string, readonly string[]>
  /** The ids of preferences and decisions about wordings, in no particular order. */
  readonly choices: readonly string[]
}
