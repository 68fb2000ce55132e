import { describe, expect, test } from 'vitest'
import { addToReview, emptyReview, reviewOf } from '../../../shared/review/review-of'
import { known, knownAll, minute, noOwner, recordOf } from '../../support/review-records'

const remark = recordOf('annotation.added', { id: 'remark-0001' })
const reply = recordOf('annotation.replied', {
  id: 'reply-00001',
  of: remark.id,
  author: 'binh',
  at: minute(1),
})
const proposal = recordOf('proposal.added', { id: 'proposal-01' })
const on = { of: remark.id }

describe('an annotation', () => {
  test('gathers its replies by their times, whichever came first', () => {
    const late = recordOf('annotation.replied', { id: 'reply-00002', ...on, at: minute(2) })
    const { annotations } = reviewOf(knownAll(late, reply, remark), noOwner)
    expect(annotations.map(({ replies }) => replies.map(({ id }) => id))).toEqual([[reply.id, late.id]])
    expect(annotations[0]).toMatchObject({ author: 'an', resolved: null, changedAt: minute(2) })
  })

  test('waits unseen while only answers to it are known', () => {
    const waiting = reviewOf(knownAll(reply), noOwner)
    expect(waiting.annotations).toEqual([])
    expect(addToReview(waiting, knownAll(remark)).annotations[0]?.replies).toHaveLength(1)
  })

  test('says what its author wrote last, and nothing that another wrote in its author’s name', () => {
    const edits = [2, 3].map(at =>
      recordOf('annotation.edited', { id: `edit-00000${at}`, ...on, at: minute(at), text: `lần ${at}` }),
    )
    const forged = recordOf('annotation.edited', { id: 'edit-forged', ...on, author: 'binh', at: minute(9) })
    const review = reviewOf(knownAll(remark, ...edits, forged), noOwner)
    expect(review.annotations[0]).toMatchObject({ text: 'lần 3', editedAt: minute(3), changedAt: minute(3) })
  })

  test('is resolved by who did it first, until somebody opens it again', () => {
    const resolve = (id: string, author: string, at: number) =>
      recordOf('annotation.resolved', { id, author, ...on, at: minute(at) })
    const [first, second] = [resolve('resolve-01', 'binh', 2), resolve('resolve-02', 'chi', 3)]
    const opened = recordOf('annotation.reopened', { id: 'reopen-001', ...on, at: minute(4) })
    const resolved = reviewOf(knownAll(second, first, remark), noOwner)
    expect(resolved.annotations[0]?.resolved).toEqual({ by: 'binh', at: minute(2) })
    expect(addToReview(resolved, knownAll(opened)).annotations[0]?.resolved).toBeNull()
  })

  test('is asked of whoever was named last', () => {
    const ask = (id: string, member: string | null, at: number) =>
      recordOf('annotation.assigned', { id, ...on, member, at: minute(at) })
    const all = knownAll(remark, ask('assign-0001', 'chi', 3), ask('assign-0002', 'binh', 2))
    expect(reviewOf(all, noOwner).annotations[0]?.assigned).toBe('chi')
    const nobody = addToReview(reviewOf(all, noOwner), knownAll(ask('assign-0003', null, 4)))
    expect(nobody.annotations[0]?.assigned).toBeNull()
  })

  test('that was taken back is gone, but stays without its words where somebody answered', () => {
    const removed = recordOf('annotation.removed', { id: 'remove-0001', ...on, at: minute(5) })
    expect(reviewOf(knownAll(remark, removed), noOwner).annotations).toEqual([])
    const [left] = reviewOf(knownAll(remark, removed, reply), noOwner).annotations
    expect(left).toMatchObject({ removed: true, text: '', replies: [{ text: reply.text }] })
    const replyGone = recordOf('annotation.removed', { id: 'remove-0002', of: reply.id, author: 'binh' })
    expect(reviewOf(knownAll(remark, removed, reply, replyGone), noOwner).annotations).toEqual([])
  })

  test('says nothing to those who may not read it, nor does anything else say something about it', () => {
    const among = [
      known(remark, 'leaders'),
      known(reply, 'all'),
      known({ ...reply, id: 'reply-own-1' }, 'own'),
    ]
    expect(reviewOf(among, noOwner).annotations[0]?.replies).toEqual([])
  })

  test('counts as sent once all that is shown of it was', () => {
    const review = reviewOf([known(remark), known(reply, 'all', false)], noOwner)
    expect(review.annotations[0]).toMatchObject({ sent: false, replies: [{ sent: false }] })
    const sent = addToReview(review, [known(reply)])
    expect(sent.annotations[0]).toMatchObject({ sent: true, replies: [{ sent: true }] })
    expect(addToReview(sent, [known(reply, 'all', false)])).toBe(sent)
  })
})

describe('a proposal', () => {
  const decide = (
    kind: 'proposal.accepted' | 'proposal.withdrawn' | 'proposal.reopened',
    at: number,
    author = 'an',
  ) => recordOf(kind, { id: `${kind}-${at}`.replace('.', '-'), of: proposal.id, at: minute(at), author })
  const reject = recordOf('proposal.rejected', { id: 'reject-0001', of: proposal.id, at: minute(2) })

  test('that was rejected keeps the reason, and a later rejection changes nothing', () => {
    const again = { ...reject, id: 'reject-0002', at: minute(3), author: 'chi' }
    const [rejected] = reviewOf(knownAll(again, reject, proposal), noOwner).proposals
    expect(rejected).toMatchObject({ state: 'rejected', decided: { by: 'an', reason: reject.reason } })
  })

  test('counts as accepted where one accepted and another rejected it, in both orders of time', () => {
    for (const at of [1, 3]) {
      const review = reviewOf(knownAll(proposal, reject, decide('proposal.accepted', at, 'binh')), noOwner)
      expect(review.proposals[0]).toMatchObject({ state: 'accepted', decided: { by: 'binh' } })
    }
  })

  test('is open again when its decision is taken back', () => {
    const all = knownAll(proposal, decide('proposal.accepted', 1), decide('proposal.reopened', 2))
    expect(reviewOf(all, noOwner).proposals[0]).toMatchObject({ state: 'open', decided: null })
  })

  test('is withdrawn and brought back only by who made it', () => {
    const foreign = reviewOf(knownAll(proposal, decide('proposal.withdrawn', 1, 'binh')), noOwner)
    expect(foreign.proposals[0]?.state).toBe('open')
    const own = knownAll(proposal, decide('proposal.withdrawn', 1), decide('proposal.reopened', 2, 'binh'))
    expect(reviewOf(own, noOwner).proposals[0]?.state).toBe('withdrawn')
    const back = reviewOf([...own, ...knownAll(decide('proposal.reopened', 3))], noOwner)
    expect(back.proposals[0]?.state).toBe('open')
  })

  test('is not decided by what is said about annotations', () => {
    const resolved = recordOf('annotation.resolved', { id: 'resolve-01', of: proposal.id, at: minute(1) })
    expect(reviewOf(knownAll(proposal, resolved), noOwner).proposals[0]).toMatchObject({
      state: 'open',
      changedAt: minute(0),
    })
  })
})

test('a tracked change is settled by whoever looked first', () => {
  const tracked = recordOf('change.tracked', { id: 'tracked-001' })
  const settle = (id: string, kept: boolean, at: number) =>
    recordOf('change.settled', { id, of: tracked.id, kept, at: minute(at) })
  const all = knownAll(settle('settle-0002', true, 2), settle('settle-0001', false, 1), tracked)
  expect(reviewOf(all, noOwner).tracked[0]?.settled).toEqual({ by: 'an', at: minute(1), kept: false })
})

test('each person has one preference for a set of wordings, the last, and none after taking it back', () => {
  const prefer = (id: string, at: number, wording: string | null, author = 'an') =>
    recordOf('preference.given', { id, at: minute(at), wording, author })
  const all = knownAll(
    prefer('prefer-0002', 2, 'w2'),
    prefer('prefer-0001', 1, 'w1'),
    prefer('prefer-0003', 3, 'w1', 'binh'),
    prefer('prefer-0004', 4, null, 'binh'),
  )
  const { preferences } = reviewOf(all, noOwner)
  expect(preferences.map(({ author, wording }) => [author, wording])).toEqual([['an', 'w2']])
})

describe('a review that grows', () => {
  const other = recordOf('annotation.added', { id: 'remark-0002', at: minute(1) })
  const before = reviewOf(knownAll(remark, other, proposal), noOwner)

  test('leaves alone what new records are not about', () => {
    const after = addToReview(before, knownAll(reply))
    expect(after.annotations[0]).not.toBe(before.annotations[0])
    expect(after.annotations[1]).toBe(before.annotations[1])
    expect(after.proposals).toBe(before.proposals)
    expect(after.preferences).toBe(before.preferences)
  })

  test('is the very same where nothing in it is new', () => {
    expect(addToReview(before, knownAll(remark, proposal))).toBe(before)
    expect(before.annotations).toHaveLength(2)
  })

  test('does not change under those who hold it', () => {
    const frozen = JSON.stringify([before.annotations, [...before.sources.about]])
    addToReview(before, knownAll(reply))
    expect(JSON.stringify([before.annotations, [...before.sources.about]])).toBe(frozen)
  })

  test('keeps what is equal when everything is read anew', () => {
    const anew = reviewOf(structuredClone(knownAll(proposal, reply, other, remark)), noOwner, before)
    expect(anew.proposals).toBe(before.proposals)
    expect(anew.annotations[1]).toBe(before.annotations[1])
    expect(anew.annotations[0]?.replies).toHaveLength(1)
    expect(reviewOf(knownAll(remark), noOwner, before).annotations).toEqual([before.annotations[0]])
  })

  test('takes one and the same of two records that bear one id, whichever comes first', () => {
    const twice = [known(remark), known({ ...other, id: remark.id }), known(remark, 'leaders')]
    const texts = [twice, twice.toReversed()].map(all => reviewOf(all, noOwner).annotations)
    expect(texts[0]).toEqual(texts[1])
    expect(texts[0]).toMatchObject([{ audience: 'all' }])
    const asProposal = addToReview(emptyReview(noOwner), [known({ ...proposal, id: remark.id }, 'own')])
    const replaced = addToReview(asProposal, [known(remark)])
    expect([replaced.proposals, replaced.annotations.length]).toEqual([[], 1])
  })
})

describe('what was written before there was a committee', () => {
  const mine = recordOf('annotation.added', { id: 'remark-0003', author: 'self', mentions: ['self'] })
  const edit = recordOf('annotation.edited', {
    id: 'edit-000003',
    of: mine.id,
    author: 'founder',
    text: 'mới',
  })

  test('is its founder’s, who may go on editing it', () => {
    const review = reviewOf(knownAll(mine, edit), { self: 'binh', founder: 'founder' })
    expect(review.annotations[0]).toMatchObject({ author: 'founder', text: 'mới' })
    const read = reviewOf(knownAll(mine), { self: 'binh', founder: 'founder' }).annotations[0]
    expect(read?.mentions).toEqual(['founder'])
  })

  test('belongs to the member at this program where only that member may read it', () => {
    const owner = { self: 'binh', founder: 'founder' }
    expect(reviewOf([known(mine, 'own')], owner).annotations[0]?.author).toBe('binh')
  })

  test('bears no member’s name while there is no committee', () => {
    expect(reviewOf(knownAll(mine), noOwner).annotations[0]?.author).toBe('self')
  })
})
