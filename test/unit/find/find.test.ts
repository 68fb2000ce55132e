import { expect, test } from 'vitest'
import { findIn } from '../../../shared/find/find'
import type { OptionsId, WordingId } from '../../../shared/report/ids'
import { plainTextOf } from '../../../shared/report/text-blocks'
import { optionsBlock, row, table, tableBlock } from '../../support/build-indicators'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'

const loose = { matchCase: false, matchTones: false, wholeWord: false }

const id = (value: string) => value as OptionsId & WordingId
const draft = report({
  text: text(
    sheet(heading('part', 'Đảng bộ Hòa Bình'), paragraph('đường sá', noteRef('n'), ' tốt; ĐẢNG bộ')),
    sheet(tableBlock('t'), optionsBlock('o'), paragraph('đang làm')),
  ),
  notes: { n: note('x', 'nhà đăng ký') },
  indicators: table('t', [row({ id: 'r', name: 'Đảng viên', remark: 'đảng phí' })], 'Bảng của Đảng'),
  options: new Map([
    [
      id('o'),
      { id: id('o'), name: 'Chủ đề', chosen: '', wordings: [{ id: id('w'), body: note('a', 'Toàn Đảng') }] },
    ],
  ]),
})

test('finds without regard to case and tones, in text, tables, wordings and notes, in reading order', () => {
  const places = findIn(draft, 'DANG', loose).map(match => [
    match.place.kind,
    'paragraph' in match.place ? match.place.paragraph : '',
    match.from,
  ])
  expect(places).toEqual([
    ['block', '', 0],
    ['block', '', 15],
    ['table-title', '', 9],
    ['cell', '', 0],
    ['cell', '', 0],
    ['wording', 1, 5],
    ['block', '', 0],
    ['note', 1, 4],
  ])
})

test('case and tones count when asked for', () => {
  expect(findIn(draft, 'Đảng', { ...loose, matchTones: true })).toHaveLength(6)
  expect(findIn(draft, 'Đảng', { ...loose, matchTones: true, matchCase: true })).toHaveLength(4)
  expect(findIn(draft, 'ĐANG', { ...loose, matchCase: true })).toHaveLength(1)
})

test('a whole word has no letter or digit beside it', () => {
  expect(findIn(draft, 'bộ', { ...loose, wholeWord: true })).toHaveLength(2)
  expect(findIn(draft, 'đườn', { ...loose, wholeWord: true })).toHaveLength(0)
  const overlapping = report({ text: text(sheet(paragraph('ba a a'))) })
  expect(findIn(overlapping, 'a a', { ...loose, wholeWord: true })[0]?.from).toBe(3)
})

test('offsets are those of the text as stored, whatever folding took away', () => {
  const decomposed = 'Ho\u0300a bi\u0300nh va\u0300 đô thi\u0323'
  const block = paragraph(decomposed, noteRef('n'), 'hòa\u00a0bình')
  const found = findIn(report({ text: text(sheet(block)) }), 'hoa binh', loose)
  expect(found.map(match => plainTextOf(block).slice(match.from, match.to))).toEqual([
    'Ho\u0300a bi\u0300nh',
    'hòa\u00a0bình',
  ])
})

test('the position before the block and the offset give the match in the report', () => {
  for (const match of findIn(draft, 'bo', loose)) {
    if (match.place.kind !== 'block') throw new Error('only blocks hold it')
    const at = match.place.pos + 1
    expect(draft.text.textBetween(at + match.from, at + match.to).toLowerCase()).toBe('bộ')
  }
})

test('i and y are two letters, and spaces alone find nothing', () => {
  expect(findIn(report({ text: text(sheet(paragraph('lý luận'))) }), 'li', loose)).toHaveLength(0)
  expect(findIn(draft, '  ', loose)).toHaveLength(0)
  expect(findIn(draft, '', loose)).toHaveLength(0)
})

test('stops at the limit', () => {
  expect(findIn(draft, 'đảng', { ...loose, limit: 3 })).toHaveLength(3)
})
