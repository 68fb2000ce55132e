import type { Doc } from 'yjs'
import type { Member } from '../../../shared/permissions/member'
import type { Audience, ReviewRecord } from '../../../shared/review/record'
import type { Adding } from '../../../shared/review/rules/adding'
import type { Committee } from '../committee/committee'
import { RefusedChange } from '../committee/refused-change'
import { findHeadings } from './find-headings'
import { inspectReview } from './inspect-review'
import type { RecordRefusal } from './refusal'
import { roomRecords } from './room-records'
import { recordWords } from './words'

export interface ReviewPlace {
  readonly audience: Exclude<Audience, 'own'>
  readonly doc: Doc
  /** The document of the other room. */
  readonly beside: Doc
  /** The text that it is about. */
  readonly body: Doc
  readonly committee: Committee
}

/** Lets a member's records pass, and remembers new client ids as theirs. Throws a RefusedChange. */
export function admitToReview(
  update: Uint8Array,
  member: string,
  place: ReviewPlace,
): readonly ReviewRecord[] {
  const { doc, beside, committee } = place
  const author = committee.member(member)
  // Revoked a moment ago; the connection is about to end.
  if (!author) throw refusedRecords({ code: 'no-right', detail: 'No longer a member' })
  const { clients } = committee
  const adding = addingOf(place, author)
  const verdict = inspectReview(update, { doc, beside, author, clients, adding })
  if (verdict.kind === 'refused') throw refusedRecords(verdict.refusal)
  if (verdict.newClients.length > 0) clients.register(member, verdict.newClients)
  return verdict.records
}

/** What the rules of the review are asked about. */
export const addingOf = (
  { audience, doc, body, committee }: Omit<ReviewPlace, 'beside'>,
  member: Member,
): Adding => ({
  ...{ audience, member, now: Date.now() },
  review: roomRecords(doc, audience).review(committee.founder()),
  headingsOf: findHeadings(body),
  locks: committee.locks().sections,
})

const refusedRecords = (refusal: RecordRefusal): RefusedChange =>
  new RefusedChange(refusal, { code: refusal.code, section: null, message: recordWords[refusal.code] })
