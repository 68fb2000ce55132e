import { addToReview } from './review-of'
import { selfAuthor, type ReviewRecord } from './record'
import type { Adding, ReviewRefusal } from './rules/adding'
import { refuseNew } from './rules/new-record'
import { refuseAbout } from './rules/record-about'

/** Clocks of an office differ; more than this is a wrong clock or a lie. */
const tolerance = 5 * 60_000

/** Why a record may not be added, or null. The one list of rules: for the host that decides, and for a window's buttons. */
export const mayAdd = (record: ReviewRecord, adding: Adding): ReviewRefusal | null =>
  refuseAnyway(record, adding) ?? ('of' in record ? refuseAbout(record, adding) : refuseNew(record, adding))

function refuseAnyway(
  { id, author, at }: ReviewRecord,
  { audience, member, review, now }: Adding,
): ReviewRefusal | null {
  if (author !== (member?.id ?? selfAuthor)) return 'wrong-author'
  if (Date.parse(at) > now + tolerance) return 'in-future'
  if (review.sources.records.has(id)) return 'known-id'
  return audience === 'leaders' && member?.role !== 'leader' ? 'wrong-audience' : null
}

/** The first record that may not be added, where each is added after those before it; null where all may be. */
export function refusedOf(
  records: readonly ReviewRecord[],
  adding: Adding,
): { readonly record: ReviewRecord; readonly refusal: ReviewRefusal } | null {
  let { review } = adding
  const waiting: ReviewRecord[] = []
  const touched = new Set<string>()
  for (const record of records) {
    // Growing a review costs as much as it holds, so it is done only where a record looks at those before it.
    if (named(record).some(id => touched.has(id))) {
      review = addToReview(review, knownTo(adding, waiting.splice(0)))
      touched.clear()
    }
    const refusal = mayAdd(record, { ...adding, review })
    if (refusal) return { record, refusal }
    waiting.push(record)
    for (const id of named(record)) touched.add(id)
  }
  return null
}

const knownTo = ({ audience }: Adding, records: readonly ReviewRecord[]) =>
  records.map(record => ({ record, audience, sent: true }))

/** The record itself, and the one that it is about. */
function named(record: ReviewRecord): string[] {
  const other = 'of' in record ? record.of : record.kind === 'proposal.added' ? record.counters : null
  return other === null ? [record.id] : [record.id, other]
}
