// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { wholeReport, type Member } from '../../../shared/permissions/member'
import { readReport } from '../../../shared/sync/read-report'
import { expectedOf } from '../../support/gate-oracle'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { randomFrom } from '../../support/random'
import { editSomewhere } from '../../support/random-edit'
import { atEnd, caretAt, meet, press, select, type, writer, type Writer } from '../../support/writers'

const secretary = member('thu-ky', 'secretary')
const drafter = member('an', 'drafter', wholeReport)

const enter = (room: Room, client: number): Writer => writer(client, encodeStateAsUpdate(room.body))

test.each([1, 2, 3, 4])(
  'whatever people do in the editor is understood by the gate, where nothing is locked (seed %i)',
  seed => {
    const random = randomFrom(seed * 7_919)
    const room = new Room(gateReport())
    const writers: [Member, Writer][] = [
      [secretary, enter(room, seed % 2 ? 1 : 100_000)],
      [drafter, enter(room, 200)],
    ]
    for (let turn = 0; turn < 50; turn++) {
      const [author, who] = writers[random() < 0.5 ? 0 : 1]!
      for (let edits = 0; edits < 3; edits++) editSomewhere(who, random)
      expect(outcome(room.receive(room.unsent(who.body), author))).toBe('allowed')
      if (random() < 0.5) room.tell(who.body)
    }
    for (const [author, who] of writers) {
      room.tell(who.body)
      expect(outcome(room.receive(room.unsent(who.body), author))).toBe('allowed')
    }
    room.tell(writers[0]![1].body)
    expect(readReport(room.body).text.toJSON()).toEqual(writers[0]![1].view.state.doc.toJSON())
  },
)

test.each([5, 6])(
  'with a lock, the gate and the oracle agree on what people do in the editor (seed %i)',
  seed => {
    const random = randomFrom(seed * 104_729)
    const room = new Room(gateReport())
    room.lock('L')
    let client = 1
    let who = enter(room, client)
    const answers = new Set<string>()
    for (let turn = 0; turn < 80; turn++) {
      editSomewhere(who, random)
      const update = room.unsent(who.body)
      const expected = expectedOf(update, room.body, secretary, room.context(secretary).locks)
      const answer = outcome(room.receive(update, secretary))
      expect(answer === 'allowed', expected.why).toBe(expected.isAllowed)
      answers.add(answer)
      if (answer !== 'allowed') who = enter(room, ++client)
    }
    expect(answers.has('allowed') && answers.has('locked')).toBe(true)
  },
)

const atTheEdges: readonly (readonly [string, 'allowed' | 'locked', (who: Writer) => void])[] = [
  [
    'typing at the end of the section before',
    'allowed',
    who => {
      caretAt(who, 'Đoạn thứ hai của A1', atEnd)
      type(who, ' thêm')
    },
  ],
  [
    'Enter at the end of its last paragraph',
    'locked',
    who => {
      caretAt(who, 'Đoạn trong cùng', atEnd)
      press(who, 'Enter')
    },
  ],
  [
    'Backspace at the heading behind it',
    'locked',
    who => {
      caretAt(who, 'Mục B')
      press(who, 'Backspace')
      press(who, 'Backspace')
    },
  ],
  [
    'deleting from the section before into it',
    'locked',
    who => {
      select(who, ['Đoạn thứ hai của A1', 3], ['Mục L', 2])
      press(who, 'Backspace')
    },
  ],
  [
    'deleting a range of the section behind it, across its sheet’s edge',
    'allowed',
    who => {
      select(who, ['Đoạn thứ hai của B', 3], ['Kết luận', 2])
      press(who, 'Backspace')
    },
  ],
  [
    'promoting the section behind it',
    'allowed',
    who => {
      caretAt(who, 'Mục B')
      press(who, 'Alt-Shift-ArrowLeft')
    },
  ],
  [
    'promoting the section before it',
    'locked',
    who => {
      caretAt(who, 'Mục A1')
      press(who, 'Alt-Shift-ArrowLeft')
    },
  ],
  [
    'moving the section behind it to the front',
    'allowed',
    who => {
      caretAt(who, 'Mục B')
      press(who, 'Alt-Shift-ArrowUp')
      press(who, 'Alt-Shift-ArrowUp')
    },
  ],
]

test.each(
  atTheEdges.flatMap(([what, answer, act]) =>
    [1, 100_000].map(client => [what, answer, client, act] as const),
  ),
)('in the editor, beside a locked section: %s is %s (client %i)', (_what, answer, client, act) => {
  const room = new Room(gateReport())
  room.lock('L')
  const who = enter(room, client)
  act(who)
  expect(outcome(room.receive(room.unsent(who.body), secretary))).toBe(answer)
})

test.each([
  [1, 2],
  [2, 1],
])('two people at one spot beside a lock both get in (clients %i, %i)', (first, second) => {
  const room = new Room(gateReport())
  room.lock('L')
  const [ana, ben] = [enter(room, first), enter(room, second)]
  for (const who of [ana, ben]) {
    caretAt(who, 'Đoạn thứ hai của A1', atEnd)
    press(who, 'Enter')
    type(who, 'mới')
  }
  expect(outcome(room.receive(room.unsent(ana.body), secretary))).toBe('allowed')
  expect(outcome(room.receive(room.unsent(ben.body), drafter))).toBe('allowed')
  for (const who of [ana, ben])
    applyUpdate(who.body, encodeStateAsUpdate(room.body, encodeStateVector(who.body)))
  meet(ana, ben)
  expect(ana.view.state.doc.toJSON()).toEqual(ben.view.state.doc.toJSON())
  expect(ana.view.state.doc.textContent.split('mới')).toHaveLength(3)
})
