import { describe, expect, test } from 'vitest'
import type { Doc, XmlElement } from 'yjs'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { blockIn, newElement, newId, sheetsIn, wordsIn } from '../../support/shared-blocks'

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

describe('whoever may write in one section only', () => {
  const ana = member('ana', 'drafter', 'A1')
  const sectionIn = (replica: Doc, sheet: number): void =>
    sheetsIn(replica)[sheet]!.push([
      newElement('heading', { id: 'A1', level: 'roman' }, 'Mục chép'),
      newElement('paragraph', { id: newId() }, 'Chen vào phần của người khác.'),
    ])

  test.each([1, 100_000])('cannot write elsewhere under a heading that copies its id (client %i)', client => {
    const room = new Room(gateReport())
    const replica = room.join(client)
    replica.transact(() => sectionIn(replica, 3))
    expect(outcome(room.receive(room.unsent(replica), ana))).toBe('no-right')
  })

  test('nor under one of two copies, when the original goes', () => {
    const room = new Room(gateReport())
    const replica = room.join(1)
    replica.transact(() => {
      sectionIn(replica, 3)
      putBefore(replica, 'A1', newElement('heading', { id: 'A1', level: 'roman' }, 'Mục A1'))
      remove(replica, 'A1', 1)
    })
    expect(outcome(room.receive(room.unsent(replica), ana))).toBe('no-right')
  })

  test('may make its heading anew, as an editor does', () => {
    const room = new Room(gateReport())
    const replica = room.join(1)
    replica.transact(() => {
      putBefore(replica, 'A1', newElement('heading', { id: 'A1', level: 'roman' }, 'Mục A1'))
      remove(replica, 'A1', 1)
    })
    expect(outcome(room.receive(room.unsent(replica), ana))).toBe('allowed')
  })
})

function putBefore(replica: Doc, id: string, element: XmlElement): void {
  const { sheet, index } = blockIn(replica, id)
  sheet.insert(index, [element])
}

/** Deletes the block of this id, or one so many behind it. */
function remove(replica: Doc, id: string, behind: number): void {
  const { sheet, index } = blockIn(replica, id)
  sheet.delete(index + behind)
}
