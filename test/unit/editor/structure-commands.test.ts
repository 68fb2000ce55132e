// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { setAlignment } from '../../../renderer/editor/commands/align'
import { addSection, insertHeading } from '../../../renderer/editor/commands/insert-heading'
import { removeLink, safeHref, setLink } from '../../../renderer/editor/commands/link'
import { restartList, toggleList } from '../../../renderer/editor/commands/lists'
import { activeMarks } from '../../../renderer/editor/commands/marks'
import { moveSection } from '../../../renderer/editor/commands/move-section'
import { shiftSection } from '../../../renderer/editor/commands/promote-section'
import { numbersIn } from '../../../renderer/editor/plugins/drawing'
import type { BlockId } from '../../../shared/report/ids'
import { heading, item, paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, press, run, select, shape, type, writer } from '../../support/writers'

const open = (...sheets: Parameters<typeof text>) => writer(1, report({ text: text(...sheets) }))
const id = (name: string) => name as BlockId

test('Ctrl+Alt+1…5 sets the level of the selected blocks, Ctrl+Alt+0 makes them paragraphs', () => {
  const who = open(sheet(paragraph('Một'), paragraph('Hai')))
  select(who, ['Một', 1], ['Hai', 1])
  press(who, 'Mod-Alt-3')
  expect(shape(who)).toBe('roman: Một / roman: Hai')
  press(who, 'Mod-Alt-0')
  expect(shape(who)).toBe('Một / Hai')
})

test('promoting and demoting takes the inner sections along', () => {
  const who = open(
    sheet(heading('letter', 'A'), heading('roman', 'B')),
    sheet(heading('number', 'C'), heading('letter', 'D')),
  )
  caretAt(who, 'A')
  press(who, 'Alt-Shift-ArrowRight')
  expect(shape(who)).toBe('roman: A / number: B | subnumber: C / letter: D')
  press(who, 'Alt-Shift-ArrowLeft')
  expect(shape(who)).toBe('letter: A / roman: B | number: C / letter: D')
})

test('demoting is refused where an inner heading would leave the five levels', () => {
  const who = open(sheet(heading('number', 'A', 'a'), heading('subnumber', 'B')))
  expect(run(who, shiftSection(id('a'), 1))).toBe(false)
  expect(shape(who)).toBe('number: A / subnumber: B')
})

test('a section moves over its neighbour of the same level, and not out of its outer section', () => {
  const who = open(
    sheet(heading('letter', 'A'), heading('roman', 'Một'), paragraph('một')),
    sheet(heading('roman', 'Hai'), paragraph('hai')),
    sheet(heading('letter', 'B')),
  )
  caretAt(who, 'hai')
  expect(press(who, 'Alt-Shift-ArrowDown')).toBe(false)
  press(who, 'Alt-Shift-ArrowUp')
  expect(shape(who).replaceAll(' | ', ' / ')).toBe(
    'letter: A / roman: Hai / hai / roman: Một / một / letter: B',
  )
  type(who, '!')
  expect(shape(who)).toContain('!hai')
})

test('a section can be dropped before another, at another level, and not into itself', () => {
  const who = open(
    sheet(heading('letter', 'A', 'a'), paragraph('a')),
    sheet(heading('letter', 'B', 'b'), heading('roman', 'C', 'c')),
  )
  expect(run(who, moveSection(id('b'), id('c')))).toBe(false)
  expect(run(who, moveSection(id('c'), id('a'), -1))).toBe(true)
  expect(shape(who)).toBe('letter: C | letter: A / a | letter: B')
  expect(run(who, moveSection(id('a'), null))).toBe(true)
  expect(shape(who)).toBe('letter: C | letter: B | letter: A / a')
})

test('a new heading comes behind the block at the caret, at the level of its section', () => {
  const who = open(sheet(heading('roman', 'A'), paragraph('một'), paragraph('hai')))
  caretAt(who, 'một')
  run(who, insertHeading())
  type(who, 'B')
  expect(shape(who)).toBe('roman: A / một / roman: B / hai')
})

test('a section is added behind another with all it holds, or as the last one inside it', () => {
  const who = open(
    sheet(heading('letter', 'A', 'a'), heading('roman', 'B'), paragraph('b')),
    sheet(heading('letter', 'C'), heading('subnumber', 'D', 'd')),
  )
  run(who, addSection(id('a'), 1))
  type(who, 'mới')
  expect(shape(who)).toBe('letter: A / roman: B / b / roman: mới | letter: C / subnumber: D')
  run(who, addSection(id('a'), 0))
  type(who, 'sau')
  expect(shape(who)).toBe('letter: A / roman: B / b / roman: mới / letter: sau | letter: C / subnumber: D')
  expect(run(who, addSection(id('d'), 1))).toBe(false)
})

test('a list is set, changed and taken off; headings become items', () => {
  const who = open(sheet(paragraph('Một'), heading('number', 'Hai')))
  select(who, ['Một', 0], ['Hai', 1])
  run(who, toggleList('number'))
  expect(shape(who)).toBe('number) Một / number) Hai')
  run(who, toggleList('bullet'))
  run(who, toggleList('bullet'))
  expect(shape(who)).toBe('Một / Hai')
})

test('a list can start again at a number', () => {
  const who = open(sheet(item('number', 'Một'), item('number', 'Hai')))
  caretAt(who, 'Hai')
  run(who, restartList(5))
  expect([...numbersIn(who.view.state).paragraphs.values()]).toEqual(['1.', '5.'])
})

test.each([
  ['- ', 'bullet) '],
  ['1. ', 'number) '],
  ['(1). ', 'target) '],
  ['a) ', 'letter) '],
])(
  'typing “%s” at the start of a paragraph makes a list item, and Ctrl+Z gives the characters back',
  (typed, made) => {
    const who = open(sheet(paragraph('')))
    caretAt(who, '')
    type(who, typed)
    expect(shape(who)).toBe(made)
    press(who, 'Mod-z')
    expect(shape(who)).toBe(typed)
  },
)

test('a number typed out of turn is where the list starts', () => {
  const who = open(sheet(paragraph('')))
  caretAt(who, '')
  type(who, '3. ')
  expect([...numbersIn(who.view.state).paragraphs.values()]).toEqual(['3.'])
})

test('Ctrl+B marks, and the marks in use are known', () => {
  const who = open(sheet(paragraph('Một hai')))
  select(who, ['Một', 0], ['Một', 3])
  press(who, 'Mod-b')
  expect(activeMarks(who.view.state)).toEqual(['strong'])
  press(who, 'Mod-b')
  expect(activeMarks(who.view.state)).toEqual([])
})

test('a link takes web and mail addresses only', () => {
  expect(safeHref('bacgiang.gov.vn')).toBe('https://bacgiang.gov.vn')
  expect(safeHref('vanthu@bacgiang.gov.vn')).toBe('mailto:vanthu@bacgiang.gov.vn')
  expect(safeHref('javascript:alert(1)')).toBeNull()
  const who = open(sheet(paragraph('Một hai')))
  select(who, ['Một', 0], ['Một', 3])
  expect(run(who, setLink('file:///etc/passwd'))).toBe(false)
  run(who, setLink('https://a.vn'))
  expect(who.view.dom.querySelector('a')?.textContent).toBe('Một')
  caretAt(who, 'Một', 1)
  run(who, removeLink)
  expect(who.view.dom.querySelector('a')).toBeNull()
})

test('letters typed as base and combining mark are kept as one letter', () => {
  const who = open(sheet(paragraph('')))
  caretAt(who, '')
  type(who, 'tie\u0302\u0301ng')
  expect(shape(who)).toBe('tiếng')
})

test('alignment moves the selected paragraphs only: headings stand as the layout profile says', () => {
  const who = open(sheet(heading('number', 'A'), paragraph('Một'), paragraph('Hai')))
  select(who, ['A', 0], ['Một', 1])
  expect(run(who, setAlignment('center'))).toBe(true)
  const blocks = who.view.state.doc.firstChild?.children.map(block => block.attrs['align'] as unknown)
  expect(blocks).toEqual([undefined, 'center', 'justify'])
  expect(run(who, setAlignment('center'))).toBe(false)
})
