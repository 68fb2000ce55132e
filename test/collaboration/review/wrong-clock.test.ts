import { describe, expect, test } from 'vitest'
import type { KnownRecord } from '../../../shared/ipc/review'
import { eventually } from '../../support/network-peer'
import { inStep, until, withPeers, type Desktop } from '../../support/peer-fixture'
import { remark, reply, resolved } from '../../support/remarks'
import { recordsOf } from '../../support/review-room'

// A member's clock is wrong, the host's is right. The window stamps what it says by the member's clock.

const fixture = withPeers()
const minutes = 60_000

const hostRoom = () => fixture.served().reports[0]!.shared.rooms.review.body
const unsentOf = ({ review }: Desktop): readonly KnownRecord[] => review.known.filter(({ sent }) => !sent)
const byClockOf = (ahead: number): string => new Date(Date.now() + ahead).toISOString()

/** A member who is in step, with a clock that is wrong by so many ms. */
async function member(name: string, ahead: number) {
  const machine = fixture.machine(name)
  machine.setClock(ahead)
  const path = await machine.join()
  return { desktop: machine.open(path), machine }
}

async function allSent(desktop: Desktop): Promise<void> {
  await eventually(() => expect(unsentOf(desktop)).toEqual([]))
  expect(desktop.refusedRecords).toEqual([])
  expect(fixture.faults).toEqual([])
}

/** The host holds these and none of it is of the future, in this order of times. */
function hasInOrder(...ids: string[]): void {
  const there = recordsOf(hostRoom()).filter(({ id }) => ids.includes(id))
  const times = ids.map(id => Date.parse(there.find(record => record.id === id)?.at ?? ''))
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(new Set(times).size).toBe(ids.length)
  for (const time of times) {
    expect(time).toBeLessThan(Date.now() + minutes)
    expect(time).toBeGreaterThan(Date.now() - 2 * minutes)
  }
}

describe.each([90 * minutes, -90 * minutes])('a member whose clock is wrong by %i ms', ahead => {
  test('says what is taken, with the time that it is at the host, and answers come after what they answer', async () => {
    const { desktop } = await member('Lan', ahead)
    const other = await fixture.desktop('Minh')
    await inStep(desktop)
    const first = remark('Nhanh giờ', { at: byClockOf(ahead) })
    desktop.review.add('all', [first])
    await allSent(desktop)
    await eventually(() => expect(other.review.known).toHaveLength(1))
    const answer = reply(first.id, 'Đúng giờ')
    other.review.add('all', [answer])
    await eventually(() => expect(desktop.review.known).toHaveLength(2))
    const end = resolved(first.id, { at: byClockOf(ahead) })
    desktop.review.add('all', [end])
    await allSent(desktop)
    hasInOrder(first.id, answer.id, end.id)
  })
})

test('what was said before the host was met, by a clock that is ahead, is taken in the order in which it was said', async () => {
  const { desktop, machine } = await member('Lan', 0)
  await inStep(desktop)
  await fixture.stopHost()
  machine.setClock(90 * minutes)
  const late = desktop.reopen()
  await until(late, 'offline')
  const first = remark('Lúc chưa gặp máy chủ', { at: byClockOf(90 * minutes) })
  const answer = reply(first.id, 'Thêm', { at: byClockOf(90 * minutes + 1) })
  const end = resolved(first.id, { at: byClockOf(90 * minutes + 2) })
  late.review.add('all', [first, answer])
  late.review.add('all', [end])
  await fixture.startHost()
  await inStep(late)
  await allSent(late)
  await eventually(() => hasInOrder(first.id, answer.id, end.id))
  // And it is said so here too, also after the next opening.
  const again = late.reopen()
  await inStep(again)
  expect(again.review.known.map(({ record }) => record.at)).toEqual(
    recordsOf(hostRoom())
      .map(({ at }) => at)
      .sort(),
  )
})
