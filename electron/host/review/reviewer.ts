import type { Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import type { Member } from '../../../shared/permissions/member'
import { refusedOf } from '../../../shared/review/may-add'
import { selfAuthor, type Audience, type ReviewRecord } from '../../../shared/review/record'
import type { Review } from '../../../shared/review/review'
import type { Committee } from '../committee/committee'
import { findHeadings } from './find-headings'
import { recordWords, words } from './words'

/** What the rules ask about a committee. */
export type ReviewCommittee = Pick<Committee, 'member' | 'locks' | 'founder'>

/** Who adds records at this computer. */
export interface Reviewer {
  /** The member, or null where nobody has said yet who that is. */
  readonly self: () => string | null
  /** Null in a report without one. */
  readonly committee: () => ReviewCommittee | null
  /** The text that is spoken of. */
  readonly body: () => Doc
}

/** The member at this computer; null in a report without a committee, where its owner is. */
export function memberAt({ self, committee }: Reviewer): Member | null {
  const [id, members] = [self(), committee()]
  return (id !== null && members?.member(id)) || null
}

/** Throws a Failure where the rules of the review do not let these records in, in the order in which they come. */
export function refuseUnruly(
  records: readonly ReviewRecord[],
  reviewer: Reviewer,
  { audience, review, now }: { readonly audience: Audience; readonly review: Review; readonly now: number },
): void {
  const committee = reviewer.committee()
  const member = memberAt(reviewer)
  // What is the person's own is said to nobody, so nobody has to know who the person is.
  const author = member ?? (audience === 'own' && committee ? asOwner(reviewer.self()) : null)
  if (committee && !author) throw new Failure('not-allowed', whyNobody(reviewer))
  const found = refusedOf(records, {
    ...{ audience, member: author, review, now },
    headingsOf: findHeadings(reviewer.body()),
    locks: committee?.locks().sections ?? new Set(),
  })
  if (found) throw new Failure('not-allowed', recordWords[found.refusal])
}

const asOwner = (id: string | null): Member => ({ id: id ?? selfAuthor, role: 'reader', grants: new Map() })

const whyNobody = ({ self }: Reviewer): string => (self() === null ? words.noMember : words.leftCommittee)
