import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { admitToBody } from '../../../electron/host/committee/shared-report'
import { committeeOf } from '../../../electron/host/ledger/committee-of'
import { ApprovalRoom, type Colleague } from '../../support/approval-room'
import { blockIn, newElement, wordsIn } from '../../support/shared-blocks'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const everywhere = [{ section: 'report', rights: ['read', 'annotate', 'propose', 'edit'] }]

/** A committee whose host lets members' changes in through its gate. */
function atWork() {
  const room = new ApprovalRoom()
  const lan = room.join('leader', 'Nguyễn Thị Lan')
  const [an, ba] = [room.join('drafter', 'An', everywhere), room.join('drafter', 'Ba', everywhere)]
  const committee = committeeOf(room.ledger)
  room.ask({ kind: 'approval.rules', lockOnApproval: false })
  const replicas = new Map<string, Doc>()
  const write = (by: Colleague, change: (body: Doc) => void): void => {
    const replica = replicas.get(by.id) ?? new Doc()
    replicas.set(by.id, replica)
    applyUpdate(replica, encodeStateAsUpdate(room.body))
    replica.transact(() => change(replica))
    const update = encodeStateAsUpdate(replica, encodeStateVector(room.body))
    admitToBody(update, by.id, { body: room.body, committee })
    applyUpdate(room.body, update)
  }
  const touched = (section: string): string[] => room.status(section).work.touched.map(({ member }) => member)
  return { room, lan, an, ba, write, touched }
}

test('who changed an approved section is told by the gate’s word, once, and nobody else is', () => {
  const { room, lan, an, ba, write, touched } = atWork()
  room.approve(lan, 'L')
  const before = room.ledger.record.length
  for (let key = 0; key < 5; key++) write(an, body => wordsIn(body, 'L-p').insert(0, 'x'))
  write(ba, body => wordsIn(body, 'B-p').insert(0, 'x'))
  vi.advanceTimersByTime(1000)
  write(an, body => wordsIn(body, 'L-q').insert(0, 'x'))
  vi.advanceTimersByTime(1000)
  expect(touched('L')).toEqual([an.id])
  expect(room.ledger.record.length).toBe(before + 1)
  expect(room.ledger.record.at(-1)).toMatchObject({ by: { kind: 'host' }, fact: { kind: 'approval.touch' } })
})

test('somebody who only deletes is told too', () => {
  const { room, lan, ba, write, touched } = atWork()
  room.approve(lan, 'L')
  write(ba, body => wordsIn(body, 'L1-p').delete(0, 3))
  vi.advanceTimersByTime(1000)
  expect(touched('L')).toEqual([ba.id])
})

test('so is somebody who puts a block in, or takes one out', () => {
  for (const act of ['in', 'out']) {
    const { room, lan, an, write, touched } = atWork()
    room.approve(lan, 'L')
    write(an, body => {
      const { sheet, index } = blockIn(body, 'L-p')
      if (act === 'in') sheet.insert(index + 1, [newElement('paragraph', { id: 'new' }, 'Mới')])
      else sheet.delete(index)
    })
    vi.advanceTimersByTime(1000)
    expect(touched('L')).toEqual([an.id])
  }
})

test('a change that is taken back at once leaves nothing', () => {
  const { room, lan, an, write, touched } = atWork()
  room.approve(lan, 'L')
  write(an, body => wordsIn(body, 'L-p').insert(0, 'x'))
  write(an, body => wordsIn(body, 'L-p').delete(0, 1))
  vi.advanceTimersByTime(1000)
  expect(touched('L')).toEqual([])
})

test('a new approval begins a new list', () => {
  const { room, lan, an, write, touched } = atWork()
  room.approve(lan, 'L')
  write(an, body => wordsIn(body, 'L-p').insert(0, 'x'))
  room.ledger.touches.close()
  expect(touched('L')).toEqual([an.id])
  room.approve(lan, 'L')
  expect([room.state('L'), touched('L')]).toEqual(['approved', []])
})

test('nothing is written about sections that nobody has approved', () => {
  const { room, an, write } = atWork()
  const before = room.ledger.record.length
  write(an, body => wordsIn(body, 'L-p').insert(0, 'x'))
  vi.advanceTimersByTime(1000)
  expect(room.ledger.record.length).toBe(before)
})
