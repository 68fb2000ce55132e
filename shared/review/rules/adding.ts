import { can, canSomewhere } from '../../permissions/can'
import type { Member } from '../../permissions/member'
import type { Right } from '../../permissions/rights'
import type { BlockId } from '../../report/ids'
import type { Anchor } from '../anchor'
import type { Audience } from '../record'
import type { Review } from '../review'

/** What a record is about: a place in the report, or a set of alternative wordings. */
export type RecordPlace =
  { readonly kind: 'anchor'; readonly anchor: Anchor } | { readonly kind: 'options'; readonly id: string }

/**
 * Finds the headings above a place, outermost first; none before the first heading, null where the report has no such
 * place any more. It must look where the words are now: what an anchor says of its section is its author's claim.
 */
export type FindHeadings = (place: RecordPlace) => readonly BlockId[] | null

/** Who would add a record, and to what. */
export interface Adding {
  readonly audience: Audience
  /** Null in a report without a committee: its owner may do everything there. */
  readonly member: Member | null
  /** Of the audience at least, with all that is there already. */
  readonly review: Pick<Review, 'items' | 'sources'>
  readonly headingsOf: FindHeadings
  /** Headings of sections that nobody may change. */
  readonly locks: ReadonlySet<BlockId>
  /** In milliseconds. */
  readonly now: number
}

/** Why a record is not taken. */
export type ReviewRefusal =
  /** It bears another's name. */
  | 'wrong-author'
  | 'in-future'
  /** There is a record with that id. */
  | 'known-id'
  /** Not open to the member, or not where the record stands that it is about. */
  | 'wrong-audience'
  /** What it is about is not here: it may still come. */
  | 'unknown-record'
  /** Such a thing cannot be said about that. */
  | 'wrong-kind'
  /** Only the author may. */
  | 'not-own'
  | 'no-right'
  | 'locked'
  /** More was said about it than anybody reads. */
  | 'too-many'
  /** It is so already, or somebody decided otherwise meanwhile. */
  | 'no-change'

/** Has the member this right there? Where the place is gone, having it anywhere is enough: nobody's remark is lost for it. */
export function mayThere(
  { audience, member, headingsOf }: Adding,
  right: Right,
  place: RecordPlace,
): boolean {
  // What nobody else sees needs no right; and whatever it leads to in the text passes the gate of the text.
  if (!member || audience === 'own') return true
  const headings = headingsOf(place)
  return headings ? can(member, right, headings) : canSomewhere(member, right)
}

export const isLockedThere = ({ locks, headingsOf }: Adding, place: RecordPlace): boolean =>
  locks.size > 0 && (headingsOf(place) ?? []).some(heading => locks.has(heading))

export const placeOf = (anchor: Anchor): RecordPlace => ({ kind: 'anchor', anchor })

/** The refusal unless it holds. */
export const unless = (holds: boolean, refusal: ReviewRefusal): ReviewRefusal | null =>
  holds ? null : refusal
