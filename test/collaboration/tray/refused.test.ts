import { expect, test } from 'vitest'
import { encodeStateAsUpdate, type Doc, type XmlText } from 'yjs'
import { fieldsOf, indicatorsOf, rowsOf } from '../../../shared/sync/report-doc'
import { row, table, tableBlock } from '../../support/build-indicators'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { deleteBlock, desks, findElement, typeAtEnd, type Desk } from '../../support/tray-desk'

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế', 'kt'), paragraph('Thu ngân sách'), paragraph('Chi')),
      sheet(heading('letter', 'Xã hội', 'xh'), paragraph('Trường học'), tableBlock('t1')),
    ),
    indicators: table('t1', [row({ id: 'r1', name: 'Hộ nghèo', target: '3' })]),
  })

const denial = { code: 'locked', section: 'kt', message: 'Mục này đã khóa.' }

/** The person's replica and the host's: the same report, which each goes on writing. */
const both = (): [Desk, Doc] => {
  const [ana, host] = desks(start(), [1, 2]) as [Desk, Desk]
  return [ana, host.body]
}

const kept = ({ tray }: Desk) =>
  tray.entries.map(({ kind, mine, theirs, section, reason }) => ({ kind, mine, theirs, section, reason }))

test('after a refusal every place that the person wrote in is kept beside what stands there now, section by section', () => {
  const [ana, now] = both()
  typeAtEnd(ana.body, 'Trường', ' mới')
  typeAtEnd(ana.body, 'Thu', ' tăng')
  typeAtEnd(now, 'Thu', ' giảm')
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana)).toEqual([
    {
      kind: 'refused',
      mine: 'Thu ngân sách tăng',
      theirs: 'Thu ngân sách giảm',
      section: { id: 'kt', title: 'Kinh tế' },
      reason: 'Mục này đã khóa.',
    },
    {
      kind: 'refused',
      mine: 'Trường học mới',
      theirs: 'Trường học',
      section: { id: 'xh', title: 'Xã hội' },
      reason: 'Mục này đã khóa.',
    },
  ])
})

test('what only others changed makes no entry', () => {
  const [ana, now] = both()
  typeAtEnd(ana.body, 'Thu', ' tăng')
  typeAtEnd(now, 'Chi', ' giảm')
  deleteBlock(now, 'Trường')
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana).map(({ mine }) => mine)).toEqual(['Thu ngân sách tăng'])
})

test('words taken out of a paragraph are kept as the person’s wording of it', () => {
  const [ana, now] = both()
  const words = findElement(ana.body, 'Thu').element.get(0) as unknown as {
    delete: (at: number, count: number) => void
  }
  words.delete(3, 10)
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana)).toMatchObject([{ mine: 'Thu', theirs: 'Thu ngân sách' }])
})

test('values of cells and fields are kept', () => {
  const [ana, now] = both()
  rowsOf(indicatorsOf(ana.body).get('t1')!).get('r1')!.set('target', '2,5')
  fieldsOf(ana.body).set('title', 'Báo cáo chính trị')
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana).map(({ mine, theirs }) => [mine, theirs])).toEqual([
    ['2,5', '3'],
    ['Báo cáo chính trị', ''],
  ])
})

test('a block that the person only moved makes no entry', () => {
  const [ana, now] = both()
  const { sheet: home, element, index } = findElement(ana.body, 'Chi')
  const copy = element.clone()
  ana.body.transact(() => {
    home.delete(index)
    home.insert(0, [copy])
  })
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana)).toEqual([])
})

test('of a paragraph that the person only split, the half that stands as it was makes no entry', () => {
  const [ana, now] = both()
  const { sheet: home, element, index } = findElement(ana.body, 'Thu')
  const tail = element.clone()
  ana.body.transact(() => {
    tail.setAttribute('id', 'tail')
    home.insert(index + 1, [tail])
    ;(element.get(0) as XmlText).delete(3, 10)
    ;(tail.get(0) as XmlText).delete(0, 4)
  })
  ana.tray.keepRefused(ana.body, now, denial)
  expect(kept(ana).map(({ mine }) => mine)).toEqual(['Thu'])
})

test('neither replica is changed', () => {
  const [ana, now] = both()
  typeAtEnd(ana.body, 'Thu', ' tăng')
  const states = [ana.body, now].map(doc => encodeStateAsUpdate(doc))
  ana.tray.keepRefused(ana.body, now, denial)
  expect([ana.body, now].map(doc => encodeStateAsUpdate(doc))).toEqual(states)
})
