// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { placeInWords } from '../../../../renderer/state/problem-places'
import { problem, type ProblemPlace } from '../../../../shared/problems/problem'
import type { BlockId, NoteId, OptionsId, RowId, TableId } from '../../../../shared/report/ids'
import { row, table, tableBlock } from '../../../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../../support/build-report'
import { writer } from '../../../support/writers'

const { session } = writer(
  1,
  report({
    text: text(sheet(heading('part', 'Kết quả'), paragraph('Tăng', noteRef('n')), tableBlock('t'))),
    notes: { n: note('Nguồn') },
    indicators: table('t', [
      row({ kind: 'group', name: 'Xã hội' }),
      row({ id: 'poor', name: 'Tỷ lệ hộ nghèo' }),
      row({ id: 'sub', kind: 'sub', name: 'Nông thôn' }),
      row({ id: 'unnamed' }),
    ]),
  }),
)
const inWords = (place: ProblemPlace, withSection = true) =>
  placeInWords(problem('placeholder', place), session, withSection ? session.outline().items[0] : undefined)
const cell = (rowId: string): ProblemPlace => ({
  kind: 'cell',
  tableId: 't' as TableId,
  rowId: rowId as RowId,
  cell: 'remark',
})

test('a cell is named by its section, row and column', () => {
  const part = session.outline().items[0]?.path
  expect(inWords(cell('poor'))).toBe(`${part}. Kết quả · Chỉ tiêu 1: Tỷ lệ hộ nghèo, cột Ghi chú`)
  expect(inWords(cell('sub'), false)).toBe('Chỉ tiêu thành phần ở dòng 3: Nông thôn, cột Ghi chú')
  expect(inWords(cell('unnamed'), false)).toBe('Chỉ tiêu 2, cột Ghi chú')
})

test('notes, fields and tables are named as the window shows them', () => {
  expect(inWords({ kind: 'note', id: 'n' as NoteId }, false)).toBe('Chú thích 1')
  expect(inWords({ kind: 'note', id: 'x' as NoteId }, false)).toBe('Chú thích không còn dấu trong bài')
  expect(inWords({ kind: 'field', name: 'title' })).toBe('Trích yếu')
  expect(inWords({ kind: 'table', id: 't' as TableId }, false)).toBe('Xã hội')
})

test('what stands before the first section is said to', () => {
  expect(inWords({ kind: 'block', id: 'b' as BlockId }, false)).toBe('Phần mở đầu')
  expect(inWords({ kind: 'options', id: 'o' as OptionsId }, false)).toBe('Phần mở đầu')
})
