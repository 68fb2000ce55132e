// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs'
import { Tray } from '../../../electron/host/tray/tray'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { lettersIn, watchLetters } from '../../support/letters'
import { randomFrom } from '../../support/random'
import { editSomewhere } from '../../support/random-edit'
import { keptInMemory } from '../../support/tray-desk'
import { bothOrders, twoWriters, type Writer } from '../../support/writers'

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế'), paragraph('Thu ngân sách ', noteRef('n1')), paragraph('Chi')),
      sheet(heading('roman', 'Công nghiệp'), item('number', 'Thép'), item('bullet', 'Xi măng')),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học'), paragraph('Bệnh viện')),
    ),
    notes: { n1: note('Theo báo cáo') },
  })

interface Desk {
  readonly tray: Tray
  /** The replica of the local host, which keeps nothing for undo. */
  readonly body: Doc
  readonly receive: (update: Uint8Array) => void
}

/** A writer's window with the local host behind it, to which it hands every change at once. */
function deskOf({ body: window }: Writer): Desk {
  const body = new Doc()
  applyUpdate(body, encodeStateAsUpdate(window))
  const tray = new Tray(keptInMemory())
  const watched = tray.watch(body)
  window.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'host') watched.receive(update, { origin: 'window', isWindow: true })
  })
  body.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'network') applyUpdate(window, update, 'host')
  })
  return { tray, body, receive: update => watched.receive(update, { origin: 'network', isWindow: false }) }
}

/** As `meet` in writers.ts, by way of the local hosts. */
function meet(desks: readonly Desk[]): void {
  for (let round = 0; round < 2; round++)
    for (const from of desks)
      for (const to of desks)
        if (from !== to) to.receive(encodeStateAsUpdate(from.body, encodeStateVector(to.body)))
}

// Seed 5 loses a letter that letters-kept.test.ts cannot excuse; here it is in a tray.
const seeds = process.env['RUNS'] ? Array.from({ length: 20 }, (_, index) => index + 1) : [2, 5]
const cases = bothOrders.flatMap(ids => seeds.map(seed => ({ ids, seed })))

test.each(cases)(
  'with the real editors, a letter that no meeting kept is in a tray ($ids, seed $seed)',
  ({ ids, seed }) => {
    const random = randomFrom(seed * 32452843)
    const { ana, ben } = twoWriters(start(), ids)
    const desks = [ana, ben].map(deskOf)
    for (let round = 0; round < 20; round++) {
      const letters = watchLetters(ana, ben)
      for (let count = 0; count < 8; count++) editSomewhere(random() < 0.5 ? ana : ben, random)
      const settle = letters.meeting()
      meet(desks)
      const { missing, excused } = settle()
      const kept = new Set(desks.flatMap(({ tray }) => tray.entries.flatMap(({ mine }) => lettersIn(mine))))
      expect([...missing, ...excused].filter(letter => !kept.has(letter))).toEqual([])
    }
  },
)
