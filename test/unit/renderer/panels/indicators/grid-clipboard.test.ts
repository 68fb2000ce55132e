import { expect, test } from 'vitest'
import { formatCells, parseCells, pastedRows } from '../../../../../renderer/panels/indicators/grid-clipboard'

const area = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right })

test('cells of a spreadsheet come in as they stood, also those with lines and quotes', () => {
  expect(parseCells('a\tb\r\n"hai\ndòng"\t"nói ""được"""\r\n')).toEqual([
    ['a', 'b'],
    ['hai\ndòng', 'nói "được"'],
  ])
})

test('what is copied can be pasted again unchanged', () => {
  const cells = [
    ['Một', 'hai\ndòng', ''],
    ['"', '\t', 'ba'],
  ]
  expect(parseCells(formatCells(cells))).toEqual([
    ['Một', 'hai\ndòng', ''],
    ['"', '', 'ba'],
  ])
})

test('letters typed apart from their tones come in composed', () => {
  expect(parseCells('Hóa'.normalize('NFD'))).toEqual([['Hóa']])
})

test('a single value fills every chosen cell', () => {
  expect(pastedRows([['95']], { row: 1, column: 3 }, area(1, 2, 3, 4))).toEqual([
    { cells: { target: '95', result: '95' } },
    { cells: { target: '95', result: '95' } },
  ])
})

test('lines go into the columns from the chosen cell on; what does not fit is left out', () => {
  expect(pastedRows([['13', '14', 'tốt', 'thừa']], { row: 0, column: 3 }, area(0, 0, 3, 3))).toEqual([
    { cells: { target: '13', result: '14', remark: 'tốt' } },
  ])
})

test('a whole table with its numbers tells groups, indicators and sub rows apart', () => {
  const rows = pastedRows(
    [
      ['A', 'Kinh tế', '', '', '', '', ''],
      ['I', 'Tăng trưởng', '', '', '', '', ''],
      ['1', 'Giá trị sản xuất', '%', '12', '13', '14', 'Hoàn thành'],
      ['', 'Công nghiệp', '%', '13', '14', '15', ''],
    ],
    { row: 0, column: 0 },
    area(0, 0, 0, 0),
  )
  expect(rows.map(row => [row.kind, row.groupLevel, row.cells.name, row.cells.unit])).toEqual([
    ['group', 'letter', 'Kinh tế', ''],
    ['group', 'roman', 'Tăng trưởng', ''],
    ['indicator', undefined, 'Giá trị sản xuất', '%'],
    ['sub', undefined, 'Công nghiệp', '%'],
  ])
})

test('names without numbers in front stay names', () => {
  const rows = pastedRows(
    [
      ['Tỷ lệ hộ nghèo', '%'],
      ['Trường chuẩn', '%'],
    ],
    { row: 0, column: 0 },
    area(0, 0, 0, 0),
  )
  expect(rows.map(row => row.cells)).toEqual([
    { name: 'Tỷ lệ hộ nghèo', unit: '%' },
    { name: 'Trường chuẩn', unit: '%' },
  ])
})
