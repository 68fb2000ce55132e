import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlText } from 'yjs'
import { inspect } from '../../../electron/host/gate/inspect'
import { sectionContent } from '../../support/section-content'
import type { BlockId } from '../../../shared/report/ids'
import { readReport } from '../../../shared/sync/read-report'
import { gateReport } from '../../support/gate-report'
import { member, Room } from '../../support/gate-room'
import { randomFrom } from '../../support/random'
import { blockIn, newElement, newId, sheetsIn, wordsIn } from '../../support/shared-blocks'

const secretary = member('thu-ky', 'secretary')
const evil = 7

function lockedRoom(): Room {
  const room = new Room(gateReport())
  room.lock('L')
  return room
}

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
