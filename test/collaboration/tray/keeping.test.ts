import { afterEach, beforeEach, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { createBodyFile } from '../../../electron/host/store/report-file'
import { HostedReview } from '../../../electron/host/review/hosted-review'
import { openReportStore } from '../../../electron/host/store/report-store'
import { openTray } from '../../../electron/host/tray/open-tray'
import { openTrayRoom } from '../../../electron/host/tray/tray-room'
import { Tray } from '../../../electron/host/tray/tray'
import { Failure } from '../../../shared/ipc/failure'
import { readPublished } from '../../../shared/tray/room'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import {
  deleteBlock,
  desks,
  keptInMemory,
  meetAtOnce,
  send,
  typeAtEnd,
  type Desk,
} from '../../support/tray-desk'

const start = () =>
  report({
    text: text(sheet(heading('letter', 'Kinh tế', 'kt'), paragraph('Thu ngân sách'), paragraph('Chi'))),
  })

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'du-thao-tray-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The tray as the host shows it, in the document of the review. */
function roomOf(tray: Tray, { store }: Desk) {
  const review = new HostedReview({ ...store, body: new Doc(), readOnly: null })
  const stop = openTrayRoom(tray, store, review.rooms.review)
  return {
    review: review.rooms.review.body,
    close: () => {
      stop()
      review.close()
    },
  }
}

const loseWords = (ana: Desk, ben: Desk): void => {
  typeAtEnd(ana.body, 'Thu', ' tăng')
  deleteBlock(ben.body, 'Thu')
}

test('entries are in the report’s file, and move and open with it', () => {
  const [ana, ben] = desks(start(), [1, 2]) as [Desk, Desk]
  const path = join(folder, 'a.duthao')
  createBodyFile(path, ben.body)
  const store = openReportStore(path)
  const { receive } = openTray(store).watch(store.body)
  loseWords(ana, ben)
  for (const { body } of [ana, ben])
    receive(encodeStateAsUpdate(body), { origin: 'network', isWindow: false })
  store.moveTo(join(folder, 'b.duthao'))
  store.close()
  const again = openReportStore(join(folder, 'b.duthao'))
  expect(openTray(again).entries.map(({ mine }) => mine)).toEqual(['Thu ngân sách tăng'])
  again.close()
})

test('an entry that was closed stays closed, also when the same loss is met again', () => {
  const [ana, ben] = desks(start(), [1, 2]) as [Desk, Desk]
  loseWords(ana, ben)
  send(ana, ben)
  const entries = ben.tray.entries
  ben.tray.close(entries[0]!.id)
  expect(ben.tray.entries).toEqual([])
  const again = new Tray(ben.store)
  again.add(entries)
  expect(again.entries).toEqual([])
  expect(new TextDecoder().decode([...ben.store.kept('tray').values()][0])).not.toContain('ngân sách')
})

test('while the disk fails entries wait in memory, and are written when it is back', () => {
  const [ana, ben] = desks(start(), [1, 2]) as [Desk, Desk]
  const store = keptInMemory()
  let fails = true
  const tray = new Tray({
    kept: store.kept,
    keep: (subject, change) => {
      if (fails) throw new Failure('disk-full', 'Đĩa đầy.')
      store.keep(subject, change)
    },
  })
  loseWords(ana, ben)
  tray.watch(ben.body).receive(encodeStateAsUpdate(ana.body), { origin: 'network', isWindow: false })
  expect(tray.entries).toHaveLength(1)
  expect(new Tray(store).entries).toHaveLength(0)
  fails = false
  expect(tray.flush()).toBe(true)
  expect(new Tray(store).entries).toHaveLength(1)
})

test('what the host found is shown to members: the typist sees it once, the secretary sees all, others nothing', () => {
  const [ana, host, secretary, other] = desks(start(), [1, 2, 3, 4]) as [Desk, Desk, Desk, Desk]
  ana.tray.people = { memberOf: () => null, self: () => 'm1' }
  secretary.tray.people = { memberOf: () => null, self: () => 'm3' }
  other.tray.people = { memberOf: () => null, self: () => 'm4' }
  const room = roomOf(host.tray, host)
  loseWords(ana, host)
  meetAtOnce(ana, host)
  expect(ana.tray.entries).toHaveLength(1)
  const published = readPublished(room.review)
  ana.tray.takePublished(published, false)
  other.tray.takePublished(published, false)
  secretary.tray.takePublished(published, true)
  expect(ana.tray.entries).toHaveLength(1)
  expect(other.tray.entries).toHaveLength(0)
  expect(secretary.tray.entries.map(({ mine, author }) => [mine, author])).toEqual([
    ['Thu ngân sách tăng', 'm1'],
  ])
  room.close()
})

test('a typist who had not noticed the loss is told by the host', () => {
  const [ana, host] = desks(start(), [1, 2]) as [Desk, Desk]
  ana.tray.people = { memberOf: () => null, self: () => 'm1' }
  const room = roomOf(host.tray, host)
  loseWords(ana, host)
  send(ana, host)
  // What is passed on from here names all that went.
  send(host, ana)
  expect(ana.tray.entries).toHaveLength(0)
  ana.tray.takePublished(readPublished(room.review), false)
  expect(ana.tray.entries.map(({ mine }) => mine)).toEqual(['Thu ngân sách tăng'])
  room.close()
})

test('the room that shows the entries goes on from where it was after the host was started again', () => {
  const [ana, host] = desks(start(), [1, 2]) as [Desk, Desk]
  const room = roomOf(host.tray, host)
  loseWords(ana, host)
  send(ana, host)
  const seen = encodeStateAsUpdate(room.review)
  room.close()
  const tray = new Tray(host.store)
  const again = roomOf(tray, host)
  expect(encodeStateAsUpdate(again.review)).toEqual(seen)
  tray.close(tray.entries[0]!.id)
  expect(readPublished(again.review)).toEqual([])
  again.close()
})
