import { expect, test } from 'vitest'
import { Doc } from 'yjs'
import { RefusedChange } from '../../../electron/host/committee/refused-change'
import { admitToReview } from '../../../electron/host/review/admit'
import { putRecords } from '../../../electron/host/review/room-doc'
import { fakeCommittee } from '../../support/fake-committee'
import { remark } from '../../support/remarks'
import { forgedRecord } from '../../support/review-room'

test('one member cannot fill the room so that others find no place in it', () => {
  const committee = fakeCommittee()
  for (const id of ['lan', 'tu']) committee.add(id, 'secretary')
  const [doc, beside, body] = [new Doc(), new Doc(), new Doc()]
  const place = { audience: 'all' as const, doc, beside, body, committee }
  putRecords(
    doc,
    Array.from({ length: 20_000 }, () => remark('Nữa', { author: 'tu' })),
  )
  const add = (author: string): unknown =>
    admitToReview(forgedRecord(remark('Thêm', { author })), author, place)
  expect(() => add('tu')).toThrow(RefusedChange)
  expect(() => add('tu')).toThrow('too-many')
  expect(add('lan')).toHaveLength(1)
})
