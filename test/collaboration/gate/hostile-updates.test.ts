import { expect, test } from 'vitest'
import {
  applyUpdate,
  decodeUpdate,
  Doc,
  encodeStateAsUpdate,
  encodeStateVector,
  mergeUpdates,
  UndoManager,
  XmlText,
  type Item,
} from 'yjs'
import { inspect } from '../../../electron/host/gate/inspect'
import { sectionContent } from '../../../shared/approvals/section-fingerprint'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { textOf } from '../../../shared/sync/report-doc'
import { gateReport } from '../../support/gate-report'
import { forge, type Content, type Id, type Struct } from '../../support/forge-update'
import { member, outcome, Room } from '../../support/gate-room'
import { randomFrom } from '../../support/random'
import { blockIn, copyOf, newElement, newId, sheetsIn, wordsIn } from '../../support/shared-blocks'

const secretary = member('thu-ky', 'secretary')
const evil = 7

const idOf = (item: Item | null): Id => ({ client: item!.id.client, clock: item!.id.clock })

function lockedRoom(): Room {
  const room = new Room(gateReport())
  room.lock('L')
  return room
}

const wordsItem = (room: Room, id: string): Item => wordsIn(room.body, id)._item!
const firstLetter = (room: Room, id: string): Id => idOf(wordsIn(room.body, id)._start)
const blockItem = (room: Room, id: string): Item => blockIn(room.body, id).item
/** The item under an attribute of a block. */
const attribute = (room: Room, id: string, name: string): Item =>
  blockIn(room.body, id).element._map.get(name)!

const words = (text = 'xen'): Content => ({ kind: 'words', words: text })
const deleted: Content = { kind: 'deleted', length: 1 }
const item = (place: Omit<Extract<Struct, { kind: 'item' }>, 'kind'>): Struct => ({ kind: 'item', ...place })

/** What the room answers to structs by the client `evil`, its first ones. */
const answerTo = (room: Room, ...structs: Struct[]): string =>
  outcome(room.receive(forge([{ client: evil, clock: 0, structs }]), secretary))

test('an honest forgery passes, so the refusals below are not the forger’s mistakes', () => {
  const room = lockedRoom()
  expect(answerTo(room, item({ left: firstLetter(room, 'B-p'), content: words() }))).toBe('allowed')
  expect(wordsIn(room.body, 'B-p').toString()).toContain('xen')
})

test('a new root is refused', () => {
  expect(answerTo(lockedRoom(), item({ parent: 'shadow', key: 'a', content: words() }))).toBe('unknown-root')
})

test('an update that starts behind a gap is refused, so nothing lies in wait', () => {
  const room = lockedRoom()
  const structs = [item({ left: firstLetter(room, 'B-p'), content: words() })]
  expect(outcome(room.receive(forge([{ client: evil, clock: 5, structs }]), secretary))).toBe('gap')
})

test('a new root is refused also in what the host has, where Yjs would make one all the same', () => {
  const room = lockedRoom()
  expect(answerTo(room, item({ left: firstLetter(room, 'B-p'), content: words('a') }))).toBe('allowed')
  expect(answerTo(room, item({ parent: 'shadow', key: 'a', content: words('a') }))).toBe('unknown-root')
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

test('a part left out between two structs is refused', () => {
  const room = lockedRoom()
  const left = firstLetter(room, 'B-p')
  const structs = [
    item({ left, content: words() }),
    { kind: 'skip', length: 2 } as const,
    item({ left, content: words() }),
  ]
  expect(answerTo(room, ...structs)).toBe('gap')
})

test('Yjs’s own way of leaving out a part is refused', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  const updates: Uint8Array[] = []
  replica.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of 'abc') wordsIn(replica, 'B-p').insert(0, letter)
  expect(outcome(room.receive(mergeUpdates([updates[0]!, updates[2]!]), secretary))).toBe('gap')
})

test('two runs of one client are refused: applying would drop the first and keep the second in wait', () => {
  const room = lockedRoom()
  const left = firstLetter(room, 'B-p')
  const runs = [
    { client: evil, clock: 0, structs: [item({ left, content: words('a') })] },
    { client: evil, clock: 1, structs: [item({ left, content: words('b') })] },
  ]
  expect(outcome(room.receive(forge(runs), secretary))).toBe('malformed')
})

test('a struct that refers to a later one of its own client is refused: Yjs would stop half-way', () => {
  const room = lockedRoom()
  expect(
    answerTo(
      room,
      item({ left: { client: evil, clock: 1 }, content: words('a') }),
      item({ left: firstLetter(room, 'B-p'), content: words('b') }),
    ),
  ).toBe('gap')
})

test.each([
  { client: 4242, clock: 0 },
  { client: 9_999, clock: 1e9 },
])('an unknown neighbour is refused (%j)', left => {
  expect(answerTo(lockedRoom(), item({ left, content: words() }))).toBe('gap')
})

test('two clients that refer to each other in a circle are refused', () => {
  const room = lockedRoom()
  const runs = [1, 2].map(client => ({
    client,
    clock: 0,
    structs: [item({ left: { client: 3 - client, clock: 0 }, content: words() })],
  }))
  expect(outcome(room.receive(forge(runs), secretary))).toBe('gap')
})

test('a deletion ahead of time is refused', () => {
  const room = lockedRoom()
  expect(outcome(room.receive(forge([], [{ client: evil, clock: 0, length: 3 }]), secretary))).toBe('gap')
  expect(outcome(room.receive(forge([], [{ client: 9_999, clock: 1e6, length: 1 }]), secretary))).toBe('gap')
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
  expect(room.receive(all, member('doc', 'reader'))).toEqual({ kind: 'allowed', newClients: [] })
})

test('a deleted value under a key is a deletion: it takes the place of the value before it', () => {
  const room = lockedRoom()
  const left = idOf(attribute(room, 'L', 'level'))
  expect(answerTo(room, item({ left, content: deleted }))).toBe('locked')
  const copy = room.join(8)
  applyUpdate(copy, forge([{ client: evil, clock: 0, structs: [item({ left, content: deleted })] }]))
  expect(blockIn(copy, 'L').element.getAttribute('level')).toBeUndefined()
})

test('a sheet’s deletion counts for every block in it, also where the update names the sheet alone', () => {
  const room = lockedRoom()
  const { client, clock } = idOf(sheetsIn(room.body)[1]!._item)
  expect(outcome(room.receive(forge([], [{ client, clock, length: 1 }]), secretary))).toBe('locked')
})

test('a struct known in part must continue what it says it continues', () => {
  const room = lockedRoom()
  const known = item({ left: firstLetter(room, 'L-p'), content: words('ab') })
  applyUpdate(room.body, forge([{ client: evil, clock: 0, structs: [known] }]))
  room.owners.set(evil, secretary.id)
  // "ab" stands in the locked section; the longer struct claims to stand elsewhere, but Yjs puts "c" behind "b".
  const longer = item({ left: firstLetter(room, 'B-p'), content: words('abc') })
  expect(answerTo(room, longer)).toBe('malformed')
  const copy = room.join(8)
  applyUpdate(copy, forge([{ client: evil, clock: 0, structs: [longer] }]))
  expect(wordsIn(copy, 'L-p').toString()).toContain('abc')
})

test('a struct known in part is welcome where it goes on as before', () => {
  const room = lockedRoom()
  const left = firstLetter(room, 'B-p')
  expect(answerTo(room, item({ left, content: words('ab') }))).toBe('allowed')
  expect(answerTo(room, item({ left, content: words('abc') }))).toBe('allowed')
  expect(wordsIn(room.body, 'B-p').toString()).toContain('abc')
})

test('a struct that the host has must refer to what it has: Yjs would keep all behind it in wait', () => {
  const room = lockedRoom()
  const left = firstLetter(room, 'B-p')
  expect(answerTo(room, item({ left, content: words('a') }))).toBe('allowed')
  const known = item({ left: { client: 4242, clock: 0 }, content: words('a') })
  const structs = [known, item({ left, content: words('b') })]
  expect(answerTo(room, ...structs)).toBe('gap')
  const copy = room.join(8)
  applyUpdate(copy, forge([{ client: evil, clock: 0, structs }]))
  expect(copy.store.pendingStructs).not.toBeNull()
})

test('what is written into something deleted meanwhile has no effect and is let in', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  const { sheet, index } = blockIn(room.body, 'B-p')
  sheet.delete(index)
  wordsIn(replica, 'B-p').insert(0, 'xen')
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('allowed')
})

const strange: readonly (readonly [string, (room: Room) => Struct])[] = [
  ['a subdocument', room => item({ parent: idOf(blockItem(room, 'B')), content: { kind: 'subdocument' } })],
  [
    'an unknown node',
    room => item({ parent: idOf(blockItem(room, 'B-p')), content: { kind: 'element', name: 'video' } }),
  ],
  [
    'a node called text',
    room => item({ parent: idOf(blockItem(room, 'B-p')), content: { kind: 'element', name: 'text' } }),
  ],
  [
    'a row outside a table',
    room => item({ left: idOf(blockItem(room, 'B')), content: { kind: 'element', name: 'table_row' } }),
  ],
  [
    'a sheet in a paragraph',
    room => item({ parent: idOf(blockItem(room, 'B-p')), content: { kind: 'element', name: 'sheet' } }),
  ],
  ['a map in a paragraph', room => item({ parent: idOf(blockItem(room, 'B-p')), content: { kind: 'map' } })],
  ['words directly in a sheet', room => item({ left: idOf(blockItem(room, 'B')), content: words() })],
  [
    'a node among words',
    room => item({ left: firstLetter(room, 'B-p'), content: { kind: 'element', name: 'note_ref' } }),
  ],
  [
    'a value among words',
    room => item({ left: firstLetter(room, 'B-p'), content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an attribute of words',
    room => item({ parent: idOf(wordsItem(room, 'B-p')), key: 'a', content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an unknown attribute',
    room =>
      item({ parent: idOf(blockItem(room, 'B-p')), key: 'onclick', content: { kind: 'value', value: 'a' } }),
  ],
  [
    'an attribute of another node',
    room =>
      item({ parent: idOf(blockItem(room, 'B-p')), key: 'level', content: { kind: 'value', value: 'part' } }),
  ],
  [
    'an unknown level',
    room => item({ left: idOf(attribute(room, 'B', 'level')), content: { kind: 'value', value: 'volume' } }),
  ],
  [
    'an object as an attribute',
    room => item({ left: idOf(attribute(room, 'B', 'level')), content: { kind: 'value', value: { a: 1 } } }),
  ],
  [
    'an endless id',
    room =>
      item({ left: idOf(attribute(room, 'B', 'id')), content: { kind: 'value', value: 'x'.repeat(200) } }),
  ],
  [
    'an inherited name as a field',
    () => item({ parent: 'meta', key: 'constructor', content: { kind: 'value', value: 'a' } }),
  ],
  ['an unknown field', () => item({ parent: 'meta', key: 'note', content: { kind: 'value', value: 'a' } })],
  ['a record without a key', () => item({ parent: 'indicators', content: { kind: 'map' } })],
  ['a note that is a map', () => item({ parent: 'notes', key: 'n', content: { kind: 'map' } })],
]

test.each(strange)('%s is refused', (_what, structFor) => {
  const room = lockedRoom()
  expect(answerTo(room, structFor(room))).toBe('unknown-content')
})

test('a table without rows is refused, new or old', () => {
  expect(answerTo(lockedRoom(), item({ parent: 'indicators', key: 't', content: { kind: 'map' } }))).toBe(
    'broken-record',
  )
  const room = lockedRoom()
  const replica = room.join(evil)
  ;(replica.getMap('indicators').get('B-table') as { delete: (key: string) => void }).delete('rows')
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('broken-record')
})

test.each([{}, { href: 1 }, { href: 'a', onclick: 'b' }])(
  'a link like %j is refused: editors would delete its words',
  value => {
    const room = lockedRoom()
    const replica = room.join(evil)
    wordsIn(replica, 'B-p').format(0, 2, { link: value })
    expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('unknown-content')
  },
)

test('an unknown mark is refused', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  wordsIn(replica, 'B-p').format(0, 2, { blink: {} })
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('unknown-content')
})

test('a nest of tables that would stop a reader is refused', () => {
  const room = lockedRoom()
  const replica = room.join(evil)
  const names = ['table', 'table_row', 'table_cell']
  let inner = newElement('paragraph', {})
  for (let depth = 59; depth >= 0; depth--) {
    const outer = newElement(names[depth % 3]!, {})
    outer.insert(0, [inner])
    inner = outer
  }
  sheetsIn(replica)[2]!.insert(1, [inner])
  expect(outcome(room.receive(room.unsent(replica), secretary))).toBe('unknown-content')
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
  expect(inspect(room.unsent(replica), room.body, room.context(secretary))).toEqual({
    kind: 'allowed',
    newClients: [evil],
  })
  expect(encodeStateAsUpdate(room.body)).toEqual(before)
  expect(room.owners.size).toBe(0)
})

/** Real updates of many kinds, to be damaged. */
function someUpdates(): { room: Room; updates: Uint8Array[] } {
  const room = lockedRoom()
  const replica = room.join(evil)
  const updates: Uint8Array[] = []
  replica.on('update', (update: Uint8Array) => updates.push(update))
  wordsIn(replica, 'B-p').insert(0, 'a')
  wordsIn(replica, 'B-p').format(0, 3, { strong: {} })
  wordsIn(replica, 'B-p').delete(0, 3)
  sheetsIn(replica)[2]!.insert(1, [newElement('paragraph', { id: newId() }, 'Đoạn mới')])
  sheetsIn(replica)[2]!.insert(1, [newElement('heading', { id: newId(), level: 'number' }, 'Mục mới')])
  replica.getMap('meta').set('place', 'Bến Lức')
  blockIn(replica, 'B-q').element.insert(0, [new XmlText('đầu')])
  updates.push(encodeStateAsUpdate(replica), encodeStateAsUpdate(replica, encodeStateVector(room.body)))
  return { room, updates }
}

const lockedContent = (body: Doc): string | undefined => sectionContent(readReport(body), 'L' as BlockId)

test('damaged updates are refused or harmless, and never throw', () => {
  const { room, updates } = someUpdates()
  const random = randomFrom(20_261)
  const locked = lockedContent(room.body)
  for (let count = 0; count < 4_000; count++) {
    const bytes = updates[Math.floor(random() * updates.length)]!.slice()
    for (let damage = Math.floor(random() * 3); damage >= 0; damage--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    const cut = random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes
    const verdict = inspect(cut, room.body, room.context(secretary))
    if (verdict.kind === 'refused') continue
    const copy = new Doc()
    applyUpdate(copy, encodeStateAsUpdate(room.body))
    applyUpdate(copy, cut)
    expect(copy.store.pendingStructs ?? copy.store.pendingDs).toBeNull()
    expect(lockedContent(copy)).toBe(locked)
  }
})

test('random bytes are refused or change nothing', () => {
  const room = lockedRoom()
  const random = randomFrom(7)
  for (let count = 0; count < 2_000; count++) {
    const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 60) }, () => Math.floor(random() * 256))
    const verdict = inspect(bytes, room.body, room.context(secretary))
    if (verdict.kind === 'allowed') applyUpdate(room.join(8), bytes)
  }
})
