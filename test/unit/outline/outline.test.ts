import { expect, test } from 'vitest'
import { partyStyle, stateStyle } from '../../support/number-styles'
import { outlineOf } from '../../../shared/outline/outline'
import { sectionOfBlocks, sectionOfNotes } from '../../../shared/outline/section-of-blocks'
import { schema } from '../../../shared/report/schema'
import { heading, noteRef, paragraph, sheet, text } from '../../support/build-report'

const draft = text(
  sheet(
    heading('part', 'Kết quả', 'p'),
    heading('letter', 'Đánh giá', 'a'),
    heading('number', 'Kinh tế', 'n'),
    paragraph('Lời', noteRef('f')),
  ),
  sheet(
    heading('roman', 'Đô thị', 'r'),
    heading('number', 'Quy hoạch', 'q'),
    heading('part', 'Mục tiêu', 'z'),
  ),
)

test('sections hang below the section that holds them, also where a level is left out', () => {
  const { roots, items } = outlineOf(draft, partyStyle)
  expect(roots.map(item => item.title)).toEqual(['Kết quả', 'Mục tiêu'])
  expect(roots[0]?.children[0]?.children.map(item => item.title)).toEqual(['Kinh tế', 'Đô thị'])
  expect(items.map(item => item.depth)).toEqual([0, 1, 2, 2, 3, 0])
})

test('a section says where it stands by the numbers above it', () => {
  expect(outlineOf(draft, partyStyle).items.map(item => item.path)).toEqual([
    'Phần thứ nhất',
    'Phần thứ nhất / A',
    'Phần thứ nhất / A / 1',
    'Phần thứ nhất / A / I',
    'Phần thứ nhất / A / I / 1',
    'Phần thứ hai',
  ])
})

test('typing in a paragraph gives the very same outline back; another heading or style does not', () => {
  const before = outlineOf(draft, partyStyle)
  const typed = draft.replace(draft.content.size, draft.content.size, text(sheet(paragraph('x'))).slice(0))
  expect(outlineOf(typed, partyStyle)).toBe(before)
  expect(outlineOf(draft, stateStyle).items[0]?.number).toBe('Phần I')
  const longer = draft.copy(draft.content.addToEnd(sheet(heading('letter', 'B'))))
  expect(outlineOf(longer, stateStyle).items).toHaveLength(7)
})

test('a title over two lines is one line in the outline, without marks of notes', () => {
  const split = schema.node('heading', { id: 'h', level: 'part' }, [
    schema.text('Đánh giá '),
    schema.node('hard_break'),
    schema.text('kết quả'),
    noteRef('x'),
  ])
  expect(outlineOf(text(sheet(split)), partyStyle).items[0]?.title).toBe('Đánh giá kết quả')
})

test('blocks and notes belong to the innermost section before them', () => {
  const after = sheet(paragraph('mở đầu'), heading('part', 'A', 'pa'), paragraph('lời', noteRef('n')))
  expect(sectionOfBlocks(text(after)).size).toBe(2)
  expect(sectionOfNotes(text(after)).get('n' as never)).toBe('pa')
})
