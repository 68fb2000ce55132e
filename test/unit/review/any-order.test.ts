import { expect, test } from 'vitest'
import type { KnownRecord } from '../../../shared/ipc/review'
import type { Review } from '../../../shared/review/review'
import { addToReview, emptyReview, reviewOf } from '../../../shared/review/review-of'
import { randomFrom } from '../../support/random'
import { randomReview } from '../../support/random-review'
import { reviewByHand } from '../../support/review-oracle'
import { noOwner, shuffled } from '../../support/review-records'

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1)

/** What the second opinion says too. */
const noticed = ({ annotations, proposals, tracked, preferences, decisions }: Review) => ({
  annotations: annotations.map(({ id, text, replies, assigned, resolved }) => ({
    ...{ id, text, assigned, resolved: resolved?.by ?? null },
    replies: replies.map(reply => `${reply.id} ${reply.text}`),
  })),
  proposals: proposals.map(({ id, state }) => ({ id, state })),
  tracked: tracked.map(({ id, settled }) => ({ id, kept: settled?.kept ?? null })),
  preferences: preferences.map(({ id }) => id),
  decisions: decisions.map(({ id }) => id),
})

const shown = ({ sources, items, ...lists }: Review) => ({
  ...lists,
  items: [...items].sort(([a], [b]) => (a < b ? -1 : 1)),
  records: sources.records.size,
})

function grownFrom(records: readonly KnownRecord[], random: () => number): Review {
  let review = emptyReview(noOwner)
  for (let at = 0; at < records.length;) {
    const end = at + 1 + Math.floor(random() * 20)
    review = addToReview(review, records.slice(at, end))
    at = end
  }
  return review
}

test.each(seeds)('what stands is what a second opinion says, in any order of arrival (seed %i)', seed => {
  const random = randomFrom(seed)
  const records = randomReview(200, random)
  const review = reviewOf(shuffled(records, random), noOwner)
  expect(noticed(review)).toEqual(reviewByHand(records))
})

test.each(seeds)('a review that grew is the one read in one go (seed %i)', seed => {
  const random = randomFrom(seed)
  const records = randomReview(200, random)
  const atOnce = shown(reviewOf(records, noOwner))
  expect(shown(grownFrom(shuffled(records, random), random))).toEqual(atOnce)
})

test.each(seeds)('two halves that met are the whole, whichever half was first (seed %i)', seed => {
  const random = randomFrom(seed)
  const records = shuffled(randomReview(200, random), random)
  // Hosts that were apart both hold what stood before.
  const halves = [records.slice(0, 120), records.slice(80)] as const
  const [one, other] = halves.map(half => reviewOf(half, noOwner)) as [Review, Review]
  expect(shown(addToReview(one, halves[1]))).toEqual(shown(addToReview(other, halves[0])))
})

test.each(seeds.slice(0, 10))('growing replaces exactly what is no longer equal (seed %i)', seed => {
  const random = randomFrom(seed)
  const records = shuffled(randomReview(200, random), random)
  const before = reviewOf(records.slice(0, 190), noOwner)
  const after = addToReview(before, records.slice(190))
  for (const [id, item] of after.items) {
    const was = before.items.get(id)
    const isEqual = was !== undefined && JSON.stringify(was) === JSON.stringify(item)
    expect(was === item).toBe(isEqual)
  }
})
