// @vitest-environment jsdom
import { NodeSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { blockIdOf, blocksOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { heading, item, paragraph, report, sheet, text } from '../../support/build-report'
import { caretAt, press, select, shape, type, writer } from '../../support/writers'

const open = (...sheets: Parameters<typeof text>) => writer(1, report({ text: text(...sheets) }))
const ids = (who: ReturnType<typeof open>) => blocksOf(who.view.state.doc).map(blockIdOf)

test('Enter at the end of a heading begins a paragraph', () => {
  const who = open(sheet(heading('roman', 'Công nghiệp')))
  caretAt(who, 'Công nghiệp', -0)
  press(who, 'Enter')
  type(who, 'Thép')
  expect(shape(who)).toBe('roman: Công nghiệp / Thép')
})

test('Enter in the middle of a heading makes two headings', () => {
  const who = open(sheet(heading('roman', 'Công nghiệp')))
  caretAt(who, 'Công nghiệp', 5)
  press(who, 'Enter')
  expect(shape(who)).toBe('roman: Công  / roman: nghiệp')
})

test('Enter at the start of a heading makes room above it and leaves its id to it', () => {
  const who = open(sheet(heading('roman', 'Công nghiệp', 'cn')))
  caretAt(who, 'Công nghiệp')
  press(who, 'Enter')
  expect(shape(who)).toBe(' / roman: Công nghiệp')
  expect(ids(who)[1]).toBe('cn')
})

test('Enter at the start of a paragraph leaves its id to its words', () => {
  const who = open(sheet(paragraph('Thép')))
  const [id] = ids(who)
  caretAt(who, 'Thép')
  press(who, 'Enter')
  expect(ids(who)[1]).toBe(id)
  expect(ids(who)[0]).not.toBe(id)
})

test('Enter continues a list, and in an empty item leaves it', () => {
  const who = open(sheet(item('number', 'Thép')))
  caretAt(who, 'Thép', -0)
  press(who, 'Enter')
  expect(shape(who)).toBe('number) Thép / number) ')
  press(who, 'Enter')
  expect(shape(who)).toBe('number) Thép / ')
})

test('Enter over a selection across sheets replaces it and keeps the sheets', () => {
  const who = open(
    sheet(paragraph('Một hai'), paragraph('Ba')),
    sheet(paragraph('Bốn năm'), paragraph('Sáu')),
  )
  select(who, ['Một hai', 4], ['Bốn năm', 4])
  press(who, 'Enter')
  expect(shape(who)).toBe('Một  / năm | Sáu')
})

test('Shift+Enter breaks the line within the paragraph', () => {
  const who = open(sheet(paragraph('Một hai')))
  caretAt(who, 'Một hai', 4)
  press(who, 'Shift-Enter')
  expect(who.view.state.doc.firstChild?.firstChild?.child(1).type).toBe(schema.nodes['hard_break'])
})

test('Backspace at the start of a list item or heading makes it a plain paragraph first', () => {
  const who = open(sheet(paragraph('Một'), item('bullet', 'Hai'), heading('number', 'Ba')))
  caretAt(who, 'Hai')
  press(who, 'Backspace')
  caretAt(who, 'Ba')
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một / Hai / Ba')
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một / HaiBa')
})

test('Backspace at the start of a sheet joins two blocks and leaves the sheets', () => {
  const who = open(sheet(paragraph('Một'), paragraph('Hai')), sheet(paragraph('Ba'), paragraph('Bốn')))
  caretAt(who, 'Ba')
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một / HaiBa | Bốn')
  type(who, '!')
  expect(shape(who)).toBe('Một / Hai!Ba | Bốn')
})

test('Delete at the end of a sheet joins two blocks and leaves the sheets', () => {
  const who = open(sheet(paragraph('Một'), paragraph('Hai')), sheet(paragraph('Ba'), paragraph('Bốn')))
  caretAt(who, 'Hai', -0)
  press(who, 'Delete')
  expect(shape(who)).toBe('Một / HaiBa | Bốn')
})

test('Backspace after an empty paragraph takes that away and leaves the words their id', () => {
  const who = open(sheet(paragraph('Một'), paragraph('')), sheet(paragraph('Ba')))
  const [, , id] = ids(who)
  caretAt(who, 'Ba')
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một | Ba')
  expect(ids(who)[1]).toBe(id)
})

test('Backspace at the very start of the report does nothing', () => {
  const who = open(sheet(paragraph('Một')))
  caretAt(who, 'Một')
  expect(press(who, 'Backspace')).toBe(true)
  expect(shape(who)).toBe('Một')
})

test('Backspace behind an indicator table chooses it instead of deleting it', () => {
  const who = open(sheet(paragraph('Một'), schema.node('indicator_table', { id: 't' }), paragraph('Hai')))
  caretAt(who, 'Hai')
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một / indicator_table / Hai')
  expect(who.view.state.selection).toBeInstanceOf(NodeSelection)
  press(who, 'Backspace')
  expect(shape(who)).toBe('Một / Hai')
})

test('deleting everything leaves an empty paragraph to write in', () => {
  const who = open(sheet(heading('part', 'Một'), paragraph('Hai')), sheet(paragraph('Ba')))
  press(who, 'Mod-a')
  press(who, 'Backspace')
  expect(shape(who)).toBe('')
  expect(blocksOf(who.view.state.doc)).toHaveLength(1)
  type(who, 'Mới')
  expect(shape(who)).toBe('Mới')
})

test('writing into an empty report begins a paragraph', () => {
  const who = writer(1, report({ text: text() }))
  type(who, 'Mới')
  expect(shape(who)).toBe('Mới')
})

test('writing over everything begins a paragraph', () => {
  const who = open(sheet(heading('part', 'Một'), paragraph('Hai')), sheet(paragraph('Ba')))
  press(who, 'Mod-a')
  type(who, 'Mới')
  expect(shape(who)).toBe('Mới')
})
