import type { KnownRecord } from '../ipc/review'
import { choicesIn, foldDecisions, foldPreferences } from './fold/fold-choices'
import { foldItem } from './fold/fold-item'
import { byTime } from './record-order'
import type {
  Annotation,
  Proposal,
  Review,
  ReviewItem,
  ReviewOwner,
  ReviewSources,
  TrackedChange,
} from './review'
import { growing, noSources, put, rootOf } from './fold/sources'

/** Where nobody said anything yet. */
export const emptyReview = (owner: ReviewOwner): Review => ({
  ...{ annotations: [], proposals: [], tracked: [], preferences: [], decisions: [], items: new Map() },
  sources: noSources(owner),
})

/**
 * What stands after all these records, whichever order they come in. A record about one that is missing waits for it and
 * shows nothing until then. With `before`, what has not changed since stays the very same object.
 */
export function reviewOf(records: Iterable<KnownRecord>, owner: ReviewOwner, before?: Review): Review {
  return grow(emptyReview(owner), records, before)
}

/** The review with more records in it: what they are not about stays the very same object. */
export function addToReview(review: Review, records: Iterable<KnownRecord>): Review {
  return grow(review, records, review)
}

function grow(review: Review, added: Iterable<KnownRecord>, before: Review | undefined): Review {
  const sources = growing(review.sources)
  const touched = [...added].flatMap(one => put(sources, one))
  if (touched.length === 0 && before === review) return review
  const items = new Map(review.items)
  const roots = new Set(touched.map(record => rootOf(sources, record)))
  for (const id of roots) if (id !== undefined) fold(items, id, sources, before)
  const choices = choicesIn(sources)
  return {
    annotations: keepList(before?.annotations, listed(items, isAnnotation)),
    proposals: keepList(before?.proposals, listed(items, isProposal)),
    tracked: keepList(before?.tracked, listed(items, isTracked)),
    preferences: keepEach(before?.preferences, foldPreferences(choices)),
    decisions: keepEach(before?.decisions, foldDecisions(choices)),
    ...{ items, sources },
  }
}

function fold(items: Map<string, ReviewItem>, id: string, sources: ReviewSources, before?: Review): void {
  const item = foldItem(sources, id)
  const was = before?.items.get(id)
  if (!item) items.delete(id)
  else items.set(id, was && isSame(was, item) ? was : item)
}

/** What was taken back stays where it is only for the sake of its replies. */
const isAnnotation = (item: ReviewItem): item is Annotation =>
  item.kind === 'annotation' && (!item.removed || item.replies.length > 0)
const isProposal = (item: ReviewItem): item is Proposal => item.kind === 'proposal'
const isTracked = (item: ReviewItem): item is TrackedChange => item.kind === 'tracked'

const listed = <Item extends ReviewItem>(
  items: ReadonlyMap<string, ReviewItem>,
  isListed: (item: ReviewItem) => item is Item,
): Item[] => [...items.values()].filter(isListed).sort(byTime)

/** The list as it was, where nothing in it is another object. */
const keepList = <Item>(before: readonly Item[] | undefined, now: readonly Item[]): readonly Item[] =>
  before?.length === now.length && now.every((item, index) => item === before[index]) ? before : now

function keepEach<Item extends { readonly id: string }>(
  before: readonly Item[] | undefined,
  now: readonly Item[],
): readonly Item[] {
  const known = new Map(before?.map(item => [item.id, item]))
  return keepList(
    before,
    now.map(item => {
      const was = known.get(item.id)
      return was && isSame(was, item) ? was : item
    }),
  )
}

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)
