import { nanoid } from 'nanoid'
import { create } from 'zustand'
import type { KnownRecord } from '../../shared/ipc/review'
import { selfAuthor, type Audience, type ReviewRecord } from '../../shared/review/record'
import { nextTime } from '../../shared/review/next-time'
import type { Review, ReviewOwner } from '../../shared/review/review'
import { addToReview, emptyReview, reviewOf } from '../../shared/review/review-of'
import { ask } from '../host/ask'
import { listen } from '../host/events'
import { useCommittee } from './committee'

const nobody: ReviewOwner = { self: null, founder: null }

/** What stands in the review of the open report, for whoever is at this window. */
export const useReview = create<Review>(() => emptyReview(nobody))

/** Takes what the main process tells of the review, until the returned function is called. */
export function hearReview(): () => void {
  // As they came: who `self` is may be known later than what `self` said.
  let known: KnownRecord[] = []
  const stops = [
    listen('review.changed', ({ all, records }) => {
      known = all ? records : [...known, ...records]
      const { sources } = useReview.getState()
      if (all) useReview.setState(reviewOf(known, sources.owner, useReview.getState()), true)
      else useReview.setState(addToReview(useReview.getState(), records), true)
    }),
    useCommittee.subscribe(() => {
      const owner = ownerNow()
      const before = useReview.getState()
      const { self, founder } = before.sources.owner
      if (owner.self !== self || owner.founder !== founder)
        useReview.setState(reviewOf(known, owner, before), true)
    }),
  ]
  return () => stops.forEach(stop => stop())
}

/** The founder is the first who was in the committee. */
function ownerNow(): ReviewOwner {
  const { state, ledger } = useCommittee.getState()
  const joined = ledger.members.filter(({ joined }) => joined !== null)
  const [founder] = joined.sort((a, b) => ((a.joined ?? '') < (b.joined ?? '') ? -1 : 1))
  return { self: state.self?.id ?? null, founder: founder?.id ?? null }
}

type Without<Each, Keys extends PropertyKey> = Each extends unknown ? Omit<Each, Keys> : never

/** A record as a window says it: who, when and under which name is filled in. */
export type RecordDraft = Without<ReviewRecord, 'id' | 'author' | 'at'>

/** Who the person at this window is in a review. */
export const reviewer = (): string => useCommittee.getState().state.self?.id ?? selfAuthor

/** `self` before there is a committee; useful to ask of oneself in lists. */
export const useReviewer = (): string => useCommittee(({ state }) => state.self?.id ?? selfAuthor)

/** Records of this moment by the person at this window; drafts that name each other need their ids beforehand. */
export function recordsOf(drafts: readonly RecordDraft[]): ReviewRecord[] {
  const now = Date.now()
  const author = reviewer()
  const review = useReview.getState()
  return drafts.map(draft => {
    const at = nextTime(now, 'of' in draft ? draft.of : null, review)
    return { ...draft, id: nanoid(16), author, at }
  })
}

/**
 * Adds to the review, all of it or nothing, and returns the ids. What was added is in `useReview` a moment later. Throws
 * a Failure with the reason where it is refused.
 */
export async function addRecords(audience: Audience, drafts: readonly RecordDraft[]): Promise<string[]> {
  const records = recordsOf(drafts)
  await ask('review.add', { audience, records })
  return records.map(({ id }) => id)
}
