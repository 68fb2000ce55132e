import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { fieldsOf, indicatorsOf, notesOf, rowsOf } from '../../../shared/sync/report-doc'
import { row, table, tableBlock } from '../../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import {
  deleteBlock,
  deskOf,
  desks,
  findElement,
  meetAtOnce,
  send,
  typeAtEnd,
  type Desk,
} from '../../support/tray-desk'

const start = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế', 'kt'), paragraph('Thu ngân sách', noteRef('n1')), paragraph('Chi')),
      sheet(heading('letter', 'Xã hội', 'xh'), paragraph('Trường học'), tableBlock('t1')),
    ),
    notes: { n1: note('Theo báo cáo') },
    indicators: table('t1', [row({ id: 'r1', name: 'Hộ nghèo', target: '3' })]),
  })

const orders = [
  [1, 2],
  [2, 1],
] as const

const told = ({ tray }: Desk) =>
  tray.entries.map(({ kind, author, mine, section, place }) => ({ kind, author, mine, section, place }))

/** What has to be told of the block "Thu ngân sách". */
const lostOf = (author: number, mine: string) => [
  {
    kind: 'deleted',
    author: `m${author}`,
    mine,
    section: { id: 'kt', title: 'Kinh tế' },
    place: { kind: 'block', id: expect.any(String) as string },
  },
]

test.each(orders)(
  'words typed into a block that somebody deleted meanwhile are kept where the deletion arrives (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    typeAtEnd(ana.body, 'Thu', ' tăng mạnh')
    deleteBlock(ben.body, 'Thu')
    send(ben, ana)
    expect(told(ana)).toEqual(lostOf(first, 'Thu ngân sách tăng mạnh'))
    expect(ana.tray.entries[0]?.content).toEqual([
      { type: 'text', text: 'Thu ngân sách' },
      { type: 'note_ref', attrs: { id: 'n1' } },
      { type: 'text', text: ' tăng mạnh' },
    ])
  },
)

test.each(orders)('and where the words arrive after the block is gone (%i, %i)', (first, second) => {
  const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
  typeAtEnd(ana.body, 'Thu', ' tăng mạnh')
  deleteBlock(ben.body, 'Thu')
  send(ana, ben)
  expect(told(ben)).toEqual(lostOf(first, 'Thu ngân sách tăng mạnh'))
})

test.each(orders)(
  'letters that keep arriving for a deleted block go to one entry (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    deleteBlock(ben.body, 'Thu')
    for (const letter of ' giảm') {
      typeAtEnd(ana.body, 'Thu', letter)
      send(ana, ben)
    }
    expect(told(ben)).toEqual(lostOf(first, 'Thu ngân sách giảm'))
  },
)

test.each(orders)('a deletion by somebody who saw the words makes no entry (%i, %i)', (first, second) => {
  const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
  typeAtEnd(ana.body, 'Thu', ' tăng mạnh')
  send(ana, ben)
  deleteBlock(ben.body, 'Thu')
  send(ben, ana)
  expect([...told(ana), ...told(ben)]).toEqual([])
})

test.each(orders)(
  'words that their author took back before they were sent make no entry (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    typeAtEnd(ana.body, 'Thu', ' tăng')
    const words = findElement(ana.body, 'Thu').element.toArray().at(-1) as XmlText
    words.delete(words.length - 5, 5)
    deleteBlock(ben.body, 'Thu')
    send(ana, ben)
    send(ben, ana)
    expect([...told(ana), ...told(ben)]).toEqual([])
  },
)

test.each(orders)(
  'a third computer that gets both sides at once tells nothing again (%i, %i)',
  (first, second) => {
    const [ana, ben, cay] = desks(start(), [first, second, 3]) as [Desk, Desk, Desk]
    typeAtEnd(ana.body, 'Thu', ' tăng mạnh')
    deleteBlock(ben.body, 'Thu')
    send(ana, ben)
    send(ben, cay)
    expect(told(cay)).toEqual([])
  },
)

test.each(orders)(
  'a new paragraph put into a sheet that somebody deleted is kept (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    const fresh = new XmlElement('paragraph')
    fresh.setAttribute('id', 'fresh')
    fresh.insert(0, [new XmlText('Đoạn mới của tôi')])
    findElement(ana.body, 'Thu').sheet.insert(2, [fresh])
    const { sheet: whole } = findElement(ben.body, 'Thu')
    ;(whole.parent as XmlElement).delete(0)
    meetAtOnce(ana, ben)
    const expected = [
      {
        kind: 'deleted',
        author: `m${first}`,
        mine: 'Đoạn mới của tôi',
        section: { id: 'kt', title: 'Kinh tế' },
        place: { kind: 'block', id: 'fresh' },
      },
    ]
    expect(told(ana)).toEqual(expected)
    expect(told(ben).map(({ mine, place }) => ({ mine, place }))).toEqual([
      { mine: 'Đoạn mới của tôi', place: { kind: 'block', id: 'fresh' } },
    ])
  },
)

test.each(orders)(
  'of two values given to one cell at once the one that lost is kept (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    const cellOf = ({ body }: Desk) => rowsOf(indicatorsOf(body).get('t1')!).get('r1')!
    for (const value of ['4', '4,5']) cellOf(ana).set('target', value)
    cellOf(ben).set('target', '6')
    meetAtOnce(ana, ben)
    const won = cellOf(ana).get('target')
    const loser = won === '6' ? { author: `m${first}`, mine: '4,5' } : { author: `m${second}`, mine: '6' }
    const entry = {
      kind: 'overwritten',
      ...loser,
      section: { id: 'xh', title: 'Xã hội' },
      place: { kind: 'cell', table: 't1', row: 'r1', cell: 'target' },
    }
    expect(told(ana)).toEqual([entry])
    expect(told(ben)).toEqual([entry])
  },
)

test.each(orders)(
  'a value typed into a row, and words in a note, that were deleted meanwhile are kept (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    rowsOf(indicatorsOf(ana.body).get('t1')!).get('r1')!.set('remark', 'Vượt')
    const body = (notesOf(ana.body).get('n1')!.get(0) as XmlElement).get(0) as XmlText
    body.insert(body.length, ' quý IV')
    rowsOf(indicatorsOf(ben.body).get('t1')!).delete('r1')
    notesOf(ben.body).delete('n1')
    meetAtOnce(ana, ben)
    for (const desk of [ana, ben])
      expect(told(desk)).toEqual(
        expect.arrayContaining([
          {
            kind: 'deleted',
            author: `m${first}`,
            mine: 'Vượt',
            section: { id: 'xh', title: 'Xã hội' },
            place: { kind: 'cell', table: 't1', row: 'r1', cell: 'remark' },
          },
          {
            kind: 'deleted',
            author: `m${first}`,
            mine: 'Theo báo cáo quý IV',
            section: { id: 'kt', title: 'Kinh tế' },
            place: { kind: 'note', id: 'n1' },
          },
        ]),
      )
  },
)

test.each(orders)('of two titles the one that lost is kept (%i, %i)', (first, second) => {
  const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
  fieldsOf(ana.body).set('title', 'Báo cáo chính trị')
  fieldsOf(ben.body).set('title', 'Báo cáo tổng kết')
  send(ana, ben)
  const isAnas = fieldsOf(ben.body).get('title') === 'Báo cáo chính trị'
  expect(told(ben).map(({ author, mine }) => ({ author, mine }))).toEqual([
    isAnas
      ? { author: `m${second}`, mine: 'Báo cáo tổng kết' }
      : { author: `m${first}`, mine: 'Báo cáo chính trị' },
  ])
})

test.each(orders)('a block that was moved with all its words makes no entry (%i, %i)', (first, second) => {
  const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
  const move = ({ body }: Desk, beside: string) => {
    const { sheet: home, element, index } = findElement(body, 'Chi')
    const copy = element.clone()
    body.transact(() => {
      home.delete(index)
      const { sheet: there, index: at } = findElement(body, beside)
      there.insert(at, [copy])
    })
  }
  // Ana's copy goes with the sheet that Ben deletes; Ben's stands.
  move(ana, 'Trường')
  move(ben, 'Thu')
  ;(findElement(ben.body, 'Thu').sheet.parent as XmlElement).delete(1)
  meetAtOnce(ana, ben)
  expect(findElement(ana.body, 'Chi').index).toBe(1)
  expect([...told(ana), ...told(ben)]).toEqual([])
})

test.each(orders)(
  'a day of work offline is kept, block by block, on both sides (%i, %i)',
  (first, second) => {
    const [ana, ben] = desks(start(), [first, second]) as [Desk, Desk]
    for (let hour = 0; hour < 8; hour++) {
      typeAtEnd(ana.body, 'Thu', ` lần ${hour}`)
      typeAtEnd(ana.body, 'Trường', ` số ${hour}`)
    }
    deleteBlock(ben.body, 'Thu')
    deleteBlock(ben.body, 'Trường')
    meetAtOnce(ana, ben)
    for (const desk of [ana, ben])
      expect(new Set(told(desk).map(({ mine }) => mine))).toEqual(
        new Set([
          `Thu ngân sách${[0, 1, 2, 3, 4, 5, 6, 7].map(hour => ` lần ${hour}`).join('')}`,
          `Trường học${[0, 1, 2, 3, 4, 5, 6, 7].map(hour => ` số ${hour}`).join('')}`,
        ]),
      )
  },
)

test('words for something deleted before the report was last opened are kept without their place', () => {
  const [ana, ben] = desks(start(), [1, 2]) as [Desk, Desk]
  typeAtEnd(ana.body, 'Thu', ' tăng mạnh')
  deleteBlock(ben.body, 'Thu')
  const replica = new Doc()
  applyUpdate(replica, encodeStateAsUpdate(ben.body))
  const reopened = deskOf(replica)
  send(ana, reopened)
  expect(told(reopened)).toEqual([
    { kind: 'deleted', author: 'm1', mine: ' tăng mạnh', section: null, place: { kind: 'block', id: '' } },
  ])
})
