import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, type XmlText } from 'yjs'
import { Tray } from '../../../electron/host/tray/tray'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { desks, findElement, lineOf, meetAtOnce, type Desk } from '../../support/tray-desk'

const start = () =>
  report({
    text: text(
      sheet(
        heading('letter', 'Kinh tế', 'kt'),
        paragraph('Thu ngân sách tăng. Chi giảm nhẹ. Nợ giữ nguyên.'),
      ),
    ),
  })

const orders = [
  [1, 2],
  [2, 1],
] as const

const wordsAt = (body: Doc) => findElement(body, 'Thu').element.get(0) as XmlText

/** Changes words as the person at this computer does: in the window, whose change the local host takes in. */
function write({ body, tray }: Desk, old: string, now: string, watched = tray.watch(body)): void {
  const window = new Doc()
  applyUpdate(window, encodeStateAsUpdate(body))
  window.clientID = body.clientID + 10
  const words = wordsAt(window)
  const at = lineOf(findElement(window, 'Thu').element).indexOf(old)
  words.delete(at, old.length)
  words.insert(at, now)
  const update = encodeStateAsUpdate(window, encodeStateVector(body))
  watched.receive(update, { origin: 'window', isWindow: true })
}

const met = ({ tray }: Desk) =>
  tray.entries.map(({ kind, mine, theirs, section }) => ({ kind, mine, theirs, section }))

test.each(orders)(
  'a sentence that both changed while apart is told to who comes back (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    ana.tray.beginApart(ana.body)
    write(ana, 'nhẹ', 'mạnh')
    write(ben, 'Chi', 'Tổng chi')
    meetAtOnce(ana, ben)
    ana.tray.endApart(ana.body)
    expect(lineOf(findElement(ana.body, 'Thu').element)).toContain('Tổng chi giảm mạnh.')
    expect(met(ana)).toEqual([
      {
        kind: 'same-sentence',
        mine: 'Chi giảm mạnh.',
        theirs: 'Tổng chi giảm nhẹ.',
        section: { id: 'kt', title: 'Kinh tế' },
      },
    ])
    expect(ana.tray.entries[0]?.merged).toBe('Tổng chi giảm mạnh.')
    expect(met(ben)).toEqual([])
  },
)

test.each(orders)('nothing is told where each changed another sentence (%i, %i)', (first, second) => {
  const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
  ana.tray.beginApart(ana.body)
  write(ana, 'nhẹ', 'mạnh')
  write(ben, 'Nợ', 'Nợ công')
  meetAtOnce(ana, ben)
  ana.tray.endApart(ana.body)
  expect(met(ana)).toEqual([])
})

test.each(orders)(
  'nothing is told of what was written while both were in touch (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    write(ana, 'nhẹ', 'mạnh')
    write(ben, 'Chi', 'Tổng chi')
    meetAtOnce(ana, ben)
    ana.tray.beginApart(ana.body)
    meetAtOnce(ana, ben)
    ana.tray.endApart(ana.body)
    expect(met(ana)).toEqual([])
  },
)

test.each(orders)(
  'it is told also where the program was started again in between (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    ana.tray.beginApart(ana.body)
    write(ana, 'nhẹ', 'mạnh')
    write(ben, 'Chi', 'Tổng chi')
    const tray = new Tray(ana.store)
    const watched = tray.watch(ana.body)
    tray.beginApart(ana.body)
    watched.receive(encodeStateAsUpdate(ben.body, encodeStateVector(ana.body)), {
      origin: 'network',
      isWindow: false,
    })
    tray.endApart(ana.body)
    expect(met({ ...ana, tray })).toMatchObject([{ mine: 'Chi giảm mạnh.', theirs: 'Tổng chi giảm nhẹ.' }])
    expect(ana.store.kept('tray').has('apart')).toBe(false)
  },
)
