// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { schema } from '../../../shared/report/schema'
import { setField } from '../../../renderer/editor/records/fields'
import { insertHeading } from '../../../renderer/editor/commands/insert-heading'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { row, table } from '../../support/full-report'
import {
  caretAt,
  meet,
  positionOf,
  press,
  run,
  twoWriters,
  type,
  typeInto,
  writer,
  type Writer,
} from '../../support/writers'

const start = () =>
  report({
    text: text(
      sheet(heading('part', 'Một'), heading('letter', 'Hai'), item('number', 'ba', noteRef('n1'))),
      sheet(heading('letter', 'Bốn'), item('target', 'năm'), paragraph('sáu', noteRef('n2'))),
    ),
    notes: { n1: note('x'), n2: note('y') },
  })

/** What stands in the drawn attribute of every block and mark that has one, in order. */
const drawn = ({ view }: Writer): string[] =>
  [...view.dom.querySelectorAll<HTMLElement>('[data-number]')].map(element => element.dataset['number'] ?? '')

test('numbers of sections, paragraphs and notes are drawn beside the text, not into it', () => {
  const who = writer(1, start())
  expect(drawn(who)).toEqual(['Phần thứ nhất', 'A-', '1.', '1', 'B-', '(1).', '2'])
  expect(who.view.dom.textContent).toBe('MộtHaibaBốnnămsáu')
})

test('a new heading and a deleted mark renumber what follows, in other sheets too', () => {
  const who = writer(1, start())
  caretAt(who, 'Một')
  run(who, insertHeading('letter'))
  expect(drawn(who)).toEqual(['Phần thứ nhất', 'A-', 'B-', '1.', '1', 'C-', '(1).', '2'])
  caretAt(who, 'ba', -0)
  const { from } = who.view.state.selection
  who.view.dispatch(who.view.state.tr.delete(from - 1, from))
  expect(drawn(who)).toEqual(['Phần thứ nhất', 'A-', 'B-', '1.', 'C-', '(1).', '1'])
})

test.each([
  [1, 2],
  [2, 1],
])("a colleague's edits keep every number drawn (ids %i, %i)", (first, second) => {
  const { ana, ben } = twoWriters(start(), [first, second])
  typeInto(ben, 'ba', ' bốn')
  meet(ana, ben)
  expect(drawn(ana)).toEqual(['Phần thứ nhất', 'A-', '1.', '1', 'B-', '(1).', '2'])
  caretAt(ben, 'Hai')
  press(ben, 'Alt-Shift-ArrowRight')
  meet(ana, ben)
  expect(drawn(ana)).toEqual(['Phần thứ nhất', 'I-', '1.', '1', 'A-', '(1).', '2'])
})

test('typing in one sheet leaves the drawing of others as it is', () => {
  const who = writer(1, start())
  const other = who.view.dom.querySelectorAll('.sheet')[1]
  typeInto(who, 'ba', ' bốn năm')
  expect(who.view.dom.querySelectorAll('.sheet')[1]).toBe(other)
  expect(drawn(who)).toEqual(['Phần thứ nhất', 'A-', '1.', '1', 'B-', '(1).', '2'])
})

test('another style of numbers is drawn as soon as the fields ask for it', async () => {
  const who = writer(1, start())
  setField(who.body, 'partStyle', 'roman')
  setField(who.body, 'markStyle', 'dot')
  await new Promise(resolve => setTimeout(resolve, 60))
  expect(drawn(who).slice(0, 2)).toEqual(['Phần I', 'A.'])
})

test('a heading without words says that its name is missing', () => {
  const who = writer(1, start())
  caretAt(who, 'Một')
  run(who, insertHeading())
  expect(who.view.dom.querySelector('[data-placeholder]')?.getAttribute('data-placeholder')).toBe('Tên mục')
  type(who, 'x')
  expect(who.view.dom.querySelector('[data-placeholder]')).toBeNull()
})

test('lists in cells are drawn, each cell for itself, and count on when two cells become one', () => {
  const cells = ['một', 'hai'].map(words => schema.node('table_cell', null, [item('number', words)]))
  const who = writer(1, report({ text: text(sheet(table({}, row(...cells)), item('number', 'ba'))) }))
  expect(drawn(who)).toEqual(['1.', '1.', '1.'])
  who.view.dispatch(who.view.state.tr.join(positionOf(who, 'hai') - 1))
  expect(drawn(who)).toEqual(['1.', '2.', '1.'])
})
