// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { blockIdOf, isHeading } from '../../shared/report/nodes'
import { readReport } from '../../shared/sync/read-report'
import { moveSection } from '../../renderer/editor/commands/move-section'
import { insertHeading } from '../../renderer/editor/commands/insert-heading'
import { heading, paragraph, report, sheet, text } from '../support/build-report'
import {
  bothOrders,
  caretAt,
  meet,
  press,
  run,
  select,
  shape,
  twoWriters,
  typeInto,
  type Writer,
} from '../support/writers'

const twoSections = () =>
  report({
    text: text(
      sheet(heading('letter', 'Kinh tế'), paragraph('Thu ngân sách'), paragraph('Chi đầu tư')),
      sheet(heading('roman', 'Công nghiệp'), paragraph('Sản lượng thép'), paragraph('Giá trị tăng')),
      sheet(heading('letter', 'Xã hội'), paragraph('Trường học')),
    ),
  })

const everyone = (who: Writer): string => shape(who).replaceAll(' | ', ' / ')

/** Both see the same, and it is what the shared document says. */
function expectAgreement(ana: Writer, ben: Writer): void {
  expect(ben.view.state.doc.toJSON()).toEqual(ana.view.state.doc.toJSON())
  expect(readReport(ana.body).text.toJSON()).toEqual(ana.view.state.doc.toJSON())
  expect(readReport(ben.body).text.toJSON()).toEqual(ben.view.state.doc.toJSON())
}

type Change = readonly [name: string, change: (ana: Writer) => unknown, blocksThatStay: readonly string[]]

const changes: readonly Change[] = [
  [
    'promoting a section',
    ana => {
      caretAt(ana, 'Sản lượng')
      press(ana, 'Alt-Shift-ArrowLeft')
    },
    [
      'Kinh tế',
      'Thu ngân sách',
      'Chi đầu tư',
      'Công nghiệp',
      'Sản lượng thép',
      'Giá trị tăng',
      'Xã hội',
      'Trường học',
    ],
  ],
  [
    'demoting a section with its inner ones',
    ana => {
      caretAt(ana, 'Kinh tế')
      press(ana, 'Alt-Shift-ArrowRight')
    },
    [
      'Kinh tế',
      'Thu ngân sách',
      'Chi đầu tư',
      'Công nghiệp',
      'Sản lượng thép',
      'Giá trị tăng',
      'Xã hội',
      'Trường học',
    ],
  ],
  [
    'inserting a heading',
    ana => {
      caretAt(ana, 'Thu ngân sách')
      run(ana, insertHeading('roman'))
    },
    ['Thu ngân sách', 'Chi đầu tư', 'Công nghiệp', 'Sản lượng thép'],
  ],
  [
    'moving a section up',
    ana => {
      caretAt(ana, 'Trường học')
      press(ana, 'Alt-Shift-ArrowUp')
    },
    ['Kinh tế', 'Thu ngân sách', 'Chi đầu tư', 'Công nghiệp', 'Sản lượng thép', 'Giá trị tăng'],
  ],
  [
    'splitting a paragraph',
    ana => {
      caretAt(ana, 'Sản lượng thép', 4)
      press(ana, 'Enter')
    },
    ['Công nghiệp', 'Giá trị tăng', 'Chi đầu tư'],
  ],
  [
    'Enter at the start of a paragraph',
    ana => {
      caretAt(ana, 'Sản lượng thép')
      press(ana, 'Enter')
    },
    ['Công nghiệp', 'Sản lượng thép', 'Giá trị tăng'],
  ],
  [
    'deleting a range across sheets',
    ana => {
      select(ana, ['Chi đầu tư', 4], ['Sản lượng thép', 4])
      press(ana, 'Backspace')
    },
    ['Kinh tế', 'Thu ngân sách', 'Chi đầu tư', 'Giá trị tăng', 'Xã hội', 'Trường học'],
  ],
  [
    'deleting a range across three sheets',
    ana => {
      select(ana, ['Chi đầu tư', 4], ['Xã hội', 2])
      press(ana, 'Backspace')
    },
    ['Kinh tế', 'Thu ngân sách', 'Trường học'],
  ],
  [
    'Backspace twice at the start of a sheet',
    ana => {
      caretAt(ana, 'Công nghiệp')
      press(ana, 'Backspace')
      press(ana, 'Backspace')
    },
    ['Kinh tế', 'Thu ngân sách', 'Chi đầu tư', 'Sản lượng thép', 'Giá trị tăng', 'Xã hội'],
  ],
  [
    'Delete at the end of a sheet',
    ana => {
      caretAt(ana, 'Chi đầu tư', -0)
      press(ana, 'Delete')
    },
    ['Kinh tế', 'Thu ngân sách', 'Chi đầu tư', 'Sản lượng thép', 'Giá trị tăng', 'Xã hội'],
  ],
  [
    'dragging a paragraph down within its sheet',
    ({ view }) => {
      const { doc, tr } = view.state
      const first = doc.child(0)
      const from = 1 + first.child(0).nodeSize
      const block = first.child(1)
      view.dispatch(tr.delete(from, from + block.nodeSize).insert(from + first.child(2).nodeSize, block))
    },
    ['Kinh tế', 'Chi đầu tư', 'Công nghiệp', 'Sản lượng thép'],
  ],
  [
    'dragging a paragraph into another sheet',
    ({ view }) => {
      const { doc, tr } = view.state
      const from = 1 + doc.child(0).child(0).nodeSize
      const block = doc.child(0).child(1)
      tr.delete(from, from + block.nodeSize)
      view.dispatch(tr.insert(tr.mapping.map(doc.content.size) - 1, block))
    },
    ['Kinh tế', 'Chi đầu tư', 'Công nghiệp', 'Sản lượng thép', 'Giá trị tăng', 'Xã hội', 'Trường học'],
  ],
]

test.each(
  bothOrders.flatMap(ids =>
    changes.flatMap(([name, change, stay]) => stay.map(words => [name, words, ids, change] as const)),
  ),
)('%s keeps what a colleague types into “%s” meanwhile (ids %j)', (_name, words, ids, change) => {
  const { ana, ben } = twoWriters(twoSections(), ids)
  change(ana)
  typeInto(ben, words, ' của Bình')
  meet(ana, ben)
  expectAgreement(ana, ben)
  expect(everyone(ana).split('của Bình')).toHaveLength(2)
})

test.each(bothOrders)(
  'moving a section takes whole sheets along and nobody sees it half done (ids %i, %i)',
  (...ids) => {
    const { ana, ben } = twoWriters(twoSections(), ids)
    const updates: Uint8Array[] = []
    ana.body.on('update', (update: Uint8Array) => updates.push(update))
    const society = ana.view.state.doc.child(2).child(0)
    expect(isHeading(society)).toBe(true)
    run(ana, moveSection(blockIdOf(society), blockIdOf(ana.view.state.doc.child(0).child(0))))
    expect(shape(ana)).toBe(
      'letter: Xã hội / Trường học | letter: Kinh tế / Thu ngân sách / Chi đầu tư | roman: Công nghiệp / Sản lượng thép / Giá trị tăng',
    )
    expect(updates).toHaveLength(1)
    meet(ana, ben)
    expectAgreement(ana, ben)
  },
)

test('deleting a range across sheets writes little and leaves the other blocks alone', () => {
  const { ana } = twoWriters(twoSections(), [1, 2])
  let bytes = 0
  ana.body.on('update', (update: Uint8Array) => (bytes += update.length))
  select(ana, ['Chi đầu tư', 4], ['Sản lượng thép', 4])
  press(ana, 'Backspace')
  expect(shape(ana)).toBe(
    'letter: Kinh tế / Thu ngân sách / Chi lượng thép | roman: Công nghiệp / Giá trị tăng | letter: Xã hội / Trường học'.replace(
      'roman: Công nghiệp / ',
      '',
    ),
  )
  expect(bytes).toBeLessThan(60)
})
