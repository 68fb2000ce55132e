import { expect, test } from 'vitest'
import type { OptionsId } from '../../../shared/report/ids'
import { preferenceTallies, preferenceTally } from '../../../shared/review/list/preference-tally'
import { reviewOf } from '../../../shared/review/review-of'
import { knownAll, minute, noOwner, recordOf } from '../../support/review-records'
import { committeeOf, memberNamed, reportToList } from '../../support/report-to-list'

const prefer = (author: string, wording: string | null, at = 0) =>
  recordOf('preference.given', { id: `by-${author}-${at}`, author, wording, at: minute(at), reason: 'Rõ' })
const leader = (id: string, given = {}) => memberNamed(id, { role: 'leader', ...given })
const decide = (id: string, at: number) =>
  recordOf('options.decided', { id, at: minute(at), wording: 'w1', reason: id })

const review = reviewOf(
  knownAll(
    prefer('an', 'w1'),
    prefer('binh', 'w1', 1),
    prefer('binh', 'w2', 2),
    prefer('chi', 'w9'),
    decide('first', 1),
    decide('second', 2),
  ),
  noOwner,
)
const ledger = committeeOf(
  ...['an', 'binh', 'chi', 'dung'].map(id => leader(id)),
  leader('invited', { joined: null }),
  leader('shut-out', { revoked: minute(0) }),
  memberNamed('drafter'),
)
const [tally] = preferenceTallies({ review, report: reportToList, ledger })

test('each wording has those who would have it, by what they said last', () => {
  const votes = tally?.wordings.map(({ number, text, votes }) => [
    number,
    text,
    votes.map(({ by }) => by.name),
  ])
  expect(votes).toEqual([
    [1, 'Vững bước đi lên', ['AN']],
    [2, 'Đổi mới mạnh mẽ', ['BINH']],
  ])
  expect(tally?.name).toBe('Chủ đề')
})

test('a preference for a wording that is gone is not forgotten', () => {
  expect(tally?.gone).toMatchObject([{ by: { id: 'chi' }, reason: 'Rõ' }])
})

test('leaders who have not said anything are named, others are not waited for', () => {
  expect(tally?.silent.map(({ id }) => id)).toEqual(['dung'])
})

test('the last decision counts', () => {
  expect(tally?.decision?.reason).toBe('second')
})

test('wordings that the report does not have are not counted', () => {
  expect(preferenceTally('X' as OptionsId, { review, report: reportToList, ledger })).toBeNull()
})
