import { expect, test } from 'vitest'
import { nextTime } from '../../../shared/review/next-time'
import { addToReview, reviewOf } from '../../../shared/review/review-of'
import { knownAll, minute, noOwner, recordOf } from '../../support/review-records'

const remark = recordOf('annotation.added', { id: 'remark-0001' })
const reply = recordOf('annotation.replied', { id: 'reply-00001', of: remark.id, at: minute(1) })
const resolved = recordOf('annotation.resolved', { id: 'resolve-001', of: remark.id, at: minute(4) })
const review = reviewOf(knownAll(remark, reply, resolved), noOwner)
const slow = Date.parse(minute(2))

test('who opens a thread again by a clock that is behind has opened it', () => {
  const at = nextTime(slow, remark.id, review)
  const reopened = recordOf('annotation.reopened', { id: 'reopen-0001', of: remark.id, at })
  expect(addToReview(review, knownAll(reopened)).annotations[0]?.resolved).toBeNull()
})

test('what is about a reply comes after all that happened in its thread', () => {
  expect(nextTime(slow, reply.id, review) > resolved.at).toBe(true)
})

test('the clock is believed where it is ahead, and where nothing is answered', () => {
  expect(nextTime(Date.parse(minute(9)), remark.id, review)).toBe(minute(9))
  expect(nextTime(slow, null, review)).toBe(minute(2))
  expect(nextTime(slow, 'nothing-000', review)).toBe(minute(2))
})
