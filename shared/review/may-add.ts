import { foldItem } from './fold/fold-item'
import { growing, put, rootOf } from './fold/sources'
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
  // One record is by far the most common, and needs no copy of all that is there.
  const grown = records.length > 1 ? growingReview(adding) : null
  for (const record of records) {
    const refusal = mayAdd(record, { ...adding, review: grown?.review ?? adding.review })
    if (refusal) return { record, refusal }
    grown?.add(record)
  }
  return null
}

/**
 * As much of a review as the rules look at, growing in place: a member may send thousands of records in one step, each
 * about the one before.
 */
function growingReview({ review, audience }: Adding) {
  const sources = growing(review.sources)
  const items = new Map(review.items)
  const add = (record: ReviewRecord): void => {
    put(sources, { record, audience, sent: true })
    const root = rootOf(sources, record)
    const item = root === undefined ? undefined : foldItem(sources, root)
    if (item) items.set(item.id, item)
  }
  return { review: { sources, items }, add }
}
