import { expect, test } from 'vitest'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { blockIn, newElement, wordsIn } from '../../support/shared-blocks'

const secretary = member('thu-ky', 'secretary')

/** Someone has put a heading, locked since, where a paragraph sent late wants to stand. */
function lateParagraph(client: number): { answer: string; isBehind: boolean } {
  const room = new Room(gateReport())
  const late = room.join(client)
  const { sheet, index } = blockIn(room.body, 'A1-q')
  sheet.insert(index + 1, [newElement('heading', { id: 'X', level: 'roman' }, 'Mục X')])
  room.lock('X')
  const there = blockIn(late, 'A1-q')
  there.sheet.insert(there.index + 1, [newElement('paragraph', { id: 'late' }, 'Đến muộn')])
  room.tell(late)
  return {
    answer: outcome(room.receive(room.unsent(late), secretary)),
    isBehind: blockIn(late, 'late').index > blockIn(late, 'X').index,
  }
}

test.each([1, 100_000])(
  'a paragraph sent late is judged by the side of a new heading on which Yjs puts it (client %i)',
  client => {
    const { answer, isBehind } = lateParagraph(client)
    expect(answer).toBe(isBehind ? 'locked' : 'allowed')
    expect(isBehind).toBe(client > 9_999)
  },
)

test('what stood under a locked heading is open when the host has taken the heading away', () => {
  const room = new Room(gateReport())
  room.lock('A1')
  const replica = room.join(1)
  wordsIn(replica, 'A1-p').insert(0, 'a')
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('locked')
  const { sheet, index } = blockIn(room.body, 'A1')
  sheet.delete(index)
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
})

test('a section stays locked when the host gives its heading another id', () => {
  const room = new Room(gateReport())
  room.lock('A1')
  blockIn(room.body, 'A1').element.setAttribute('id', 'renamed')
  const replica = room.join(1)
  wordsIn(replica, 'A1-p').insert(0, 'a')
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('locked')
})
