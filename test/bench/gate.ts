import { applyUpdate, Doc, encodeStateAsUpdate, type XmlElement, XmlText } from 'yjs'
import { inspect } from '../../electron/host/gate/inspect'
import { notesOf } from '../../shared/sync/report-doc'
import type { Report } from '../../shared/report/report'
import { member, Room } from '../support/gate-room'
import { blocksIn, newElement, newId, sheetsIn, type SharedBlock } from '../support/shared-blocks'
import { figure, time, type Figure } from './figure'
import { timesLonger } from './sample-report'

const author = member('thu-ky', 'secretary')
const keys = 6_000

type Key = (replica: Doc, at: number) => void

/** What the gate adds to an update, beside what applying it costs. In milliseconds, as everything here. */
export async function* measureGate(sample: Report): AsyncGenerator<Figure> {
  for (const times of [1, 5, 20]) {
    const report = timesLonger(sample, times)
    yield perKey(`gate.key.${times}x`, report, typing())
    yield perKey(`gate.note-key.${times}x`, report, typingInNote)
    yield perKey(`gate.enter.${times}x`, report, pressingEnter, 300)
    yield perKey(`gate.new-section.${times}x`, report, addingSection, 20)
    const room = new Room(report)
    const all = encodeStateAsUpdate(room.body)
    const values = await time(8, () => inspect(all, room.body, room.context(author)), { warmUp: 2 })
    yield figure({ name: `gate.whole-report-known.${times}x`, values })
    const empty = await time(8, () => inspect(all, new Doc(), room.context(author)), { warmUp: 2 })
    yield figure({ name: `gate.whole-report-new.${times}x`, values: empty })
  }
}

function perKey(name: string, report: Report, press: Key, count = keys): Figure {
  const room = new Room(report)
  const replica = room.join(1)
  const updates: Uint8Array[] = []
  replica.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < count; at++) replica.transact(() => press(replica, at))
  const context = room.context(author)
  const values: number[] = []
  const applied: number[] = []
  for (const update of updates) {
    const start = performance.now()
    const verdict = inspect(update, room.body, context)
    const middle = performance.now()
    applyUpdate(room.body, update)
    values.push(middle - start)
    applied.push(performance.now() - middle)
    if (verdict.kind === 'refused') throw new Error(verdict.refusal.detail)
    for (const client of verdict.newClients) room.owners.set(client, author.id)
  }
  // The first keys find code that is not compiled yet; a host runs for days.
  const warm = values.length >> 1
  const baseline = { name: 'applyUpdate', values: applied.slice(warm) }
  return figure({
    name,
    values: values.slice(warm),
    baseline,
    ...(name.startsWith('gate.key.') ? { aim: '≤ 0.005 ms' } : {}),
  })
}

/** A letter behind the other, as people type, in a paragraph in the middle. */
function typing(): Key {
  let text: XmlText | undefined
  return (replica, at) => {
    text ??= wordsInMiddle(blocksIn(replica))
    text.insert(at, 'a')
  }
}

function wordsInMiddle(blocks: readonly SharedBlock[]): XmlText {
  const later = blocks.slice(blocks.length >> 1)
  const found = later.map(({ element }) => element.toArray()[0]).find(child => child instanceof XmlText)
  if (!found) throw new Error('Nothing to type in')
  return found
}

const typingInNote: Key = replica => {
  const note = [...notesOf(replica).values()][0]
  const words = (note?.get(0) as XmlElement).toArray()[0] as XmlText
  words.insert(3, 'a')
}

const middleSheet = (replica: Doc): XmlElement => {
  const sheets = sheetsIn(replica)
  return sheets[sheets.length >> 1]!
}

const pressingEnter: Key = replica =>
  middleSheet(replica).insert(1, [newElement('paragraph', { id: newId() }, 'Đoạn')])

const addingSection: Key = replica =>
  middleSheet(replica).insert(middleSheet(replica).length, [
    newElement('heading', { id: newId(), level: 'subnumber' }, 'Mục'),
  ])
