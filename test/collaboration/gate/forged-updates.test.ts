import { expect, test } from 'vitest'
import { applyUpdate, decodeUpdate, encodeStateAsUpdate, UndoManager } from 'yjs'
import { inspect } from '../../../electron/host/gate/inspect'
import { textOf } from '../../../shared/sync/report-doc'
import { forgedReferences } from '../../support/attacks/forged-references'
import { firstLetter, item, words } from '../../support/attacks/forgery'
import { strangeContent } from '../../support/attacks/strange-content'
import { forge, type Struct } from '../../support/forge-update'
import { gateReport } from '../../support/gate-report'
import { member, outcome, Room } from '../../support/gate-room'
import { blockIn, copyOf, newElement, newId, sheetsIn, wordsIn } from '../../support/shared-blocks'

const secretary = member('thu-ky', 'secretary')
const evil = 7

function lockedRoom(): Room {
  const room = new Room(gateReport())
  room.lock('L')
  return room
}

/** What the room answers to structs by the client `evil`, its first ones. */
const answerTo = (room: Room, ...structs: Struct[]): string =>
  outcome(room.receive(forge([{ client: evil, clock: 0, structs }]), secretary))

test.each([...forgedReferences, ...strangeContent])('$what is refused as $code', ({ code, updates }) => {
  const room = lockedRoom()
  const all = updates(room.body, evil)
  const answers = all.map(update => outcome(room.receive(update, secretary)))
  expect(answers).toEqual([...all.slice(1).map(() => 'allowed'), code])
})

test('an honest forgery passes, so the refusals below are not the forger’s mistakes', () => {
  const room = lockedRoom()
  expect(answerTo(room, item({ left: firstLetter(room.body, 'B-p'), content: words() }))).toBe('allowed')
  expect(wordsIn(room.body, 'B-p').toString()).toContain('xen')
})

test('what an offline writer typed into a section locked meanwhile and took back is no edit', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  const history = new UndoManager(textOf(replica))
  wordsIn(replica, 'L-p').insert(0, 'xen')
  blockIn(replica, 'L-p').sheet.insert(3, [copyOf(blockIn(replica, 'L-p').element)])
  history.undo()
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
})

test('a client id is its first user’s, and the imported report’s is nobody’s', () => {
  const room = lockedRoom()
  const ana = member('ana', 'secretary')
  const replica = room.join(5)
  wordsIn(replica, 'B-p').insert(0, 'a')
  expect(outcome(room.receive(room.unsent(replica), ana))).toBe('allowed')
  wordsIn(replica, 'B-p').insert(0, 'b')
  expect(outcome(room.receive(room.unsent(replica), member('ben', 'secretary')))).toBe('foreign-client')
  expect(outcome(room.receive(room.unsent(replica), ana))).toBe('allowed')
  const impostor = room.join(9_999)
  wordsIn(impostor, 'B-p').insert(0, 'c')
  expect(outcome(room.receive(room.unsent(impostor), ana))).toBe('foreign-client')
})

test('what the host has already is not inspected again, whoever wrote it', () => {
  const room = lockedRoom()
  const all = encodeStateAsUpdate(room.body)
  expect(room.receive(all, member('doc', 'reader'))).toMatchObject({ kind: 'allowed', newClients: [] })
})

test('a struct known in part must continue what it says it continues', () => {
  const room = lockedRoom()
  const known = item({ left: firstLetter(room.body, 'L-p'), content: words('ab') })
  applyUpdate(room.body, forge([{ client: evil, clock: 0, structs: [known] }]))
  room.owners.set(evil, secretary.id)
  // "ab" stands in the locked section; the longer struct claims to stand elsewhere, but Yjs puts "c" behind "b".
  const longer = item({ left: firstLetter(room.body, 'B-p'), content: words('abc') })
  expect(answerTo(room, longer)).toBe('malformed')
  const copy = room.join(8)
  applyUpdate(copy, forge([{ client: evil, clock: 0, structs: [longer] }]))
  expect(wordsIn(copy, 'L-p').toString()).toContain('abc')
})

test('a struct known in part is welcome where it goes on as before', () => {
  const room = lockedRoom()
  const left = firstLetter(room.body, 'B-p')
  expect(answerTo(room, item({ left, content: words('ab') }))).toBe('allowed')
  expect(answerTo(room, item({ left, content: words('abc') }))).toBe('allowed')
  expect(wordsIn(room.body, 'B-p').toString()).toContain('abc')
})

test('what is written into something deleted meanwhile has no effect and is let in', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  const { sheet, index } = blockIn(room.body, 'B-p')
  sheet.delete(index)
  wordsIn(replica, 'B-p').insert(0, 'xen')
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
})

test('an edit allowed before the lock is refused after it', () => {
  const room = new Room(gateReport())
  const replica = room.join(evil)
  wordsIn(replica, 'L-p').insert(0, 'a')
  const update = room.unsent(replica)
  expect(outcome(inspect(update, room.body, room.context(secretary)))).toBe('allowed')
  room.lock('L')
  expect(outcome(room.receive(update, secretary))).toBe('locked')
})

test('nothing is changed by inspecting, neither the report nor the registry', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  textOf(replica).insert(0, [newElement('sheet', {})])
  wordsIn(replica, 'B-p').insert(0, 'a')
  sheetsIn(replica)[3]!.insert(1, [newElement('heading', { id: newId(), level: 'part' })])
  const before = encodeStateAsUpdate(room.body)
  expect(inspect(room.unsent(replica), room.body, room.context(secretary))).toMatchObject({
    kind: 'allowed',
    newClients: [evil],
  })
  expect(encodeStateAsUpdate(room.body)).toEqual(before)
  expect(room.owners.size).toBe(0)
})

test('updates beyond the limits are refused', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  for (let count = 0; count < 50; count++) wordsIn(replica, 'B-p').insert(count % 7, 'a')
  const update = room.unsent(replica)
  const within = { bytes: 1e6, structs: 1e6, length: 1e6 }
  const answer = (limits: object) =>
    outcome(inspect(update, room.body, { ...room.context(secretary), limits: { ...within, ...limits } }))
  expect(answer({})).toBe('allowed')
  expect(answer({ bytes: update.length - 1 })).toBe('too-large')
  expect(answer({ structs: decodeUpdate(update).structs.length - 1 })).toBe('too-large')
  const leap = forge([{ client: evil, clock: 0, structs: [{ kind: 'gone', length: 2 ** 50 }] }])
  expect(outcome(inspect(leap, room.body, room.context(secretary)))).toBe('malformed')
})
