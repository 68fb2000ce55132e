import { expect, test } from 'vitest'
import type { SourceTable } from '../../../shared/import/source'
import { recognise } from '../../../shared/import/recognise'
import { bold, centred, lineBreak, noteMark, para, run, source, tableOf } from '../../support/build-source'
import { reportLines } from '../../support/report-lines'

const header = ['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2015', 'Mục tiêu', 'Kết quả', 'Ghi chú']
const group = (number: string, name: string) => [number, name, '', '', '', '', '']
const data = (number: string, name: string) => [number, name, '%', '1', '≥ 2', '3', 'Hoàn thành']

const found = (table: SourceTable) => {
  const { report, ...rest } = recognise(source([para('x'), table]))
  return { ...rest, report, table: [...report.indicators.values()][0] }
}

test('a table of seven known columns becomes indicators with groups, numbers and sub rows', () => {
  const { counts, table, warnings } = found(
    tableOf(
      [
        header,
        group('A', 'KT-XH'),
        group('I', 'Kinh tế'),
        data('1', 'Tăng trưởng'),
        data('', '- Dịch vụ'),
        group('II', 'Xã hội'),
        data('2', 'Hộ nghèo'),
        group('B', 'ĐẢNG'),
        group('I', 'Tổ chức'),
        data('3', 'Kết nạp'),
      ],
      { headerRows: 1 },
    ),
  )
  expect(counts.indicators).toEqual({ groups: 5, numbered: 3, subs: 1 })
  expect(table?.columns).toMatchObject({
    name: 'Chỉ tiêu',
    unit: 'Đơn vị',
    base: 'Năm 2015',
    remark: 'Ghi chú',
  })
  expect(table?.rows[2]).toMatchObject({ kind: 'indicator', name: 'Tăng trưởng', target: '≥ 2', result: '3' })
  expect(table?.rows.map(row => (row.kind === 'group' ? row.groupLevel : row.kind)).join()).toBe(
    'letter,roman,indicator,sub,roman,indicator,letter,roman,indicator',
  )
  expect(warnings).toEqual([])
})

test('with a damaged header the rows decide, lost titles get their usual names and it is told', () => {
  const rows = [
    ['', '', '', '', 'Mục tiêu', 'Kết quả', 'Ghi chú'],
    group('A', 'KT'),
    ...['1', '2', '3'].map(n => data(n, 'x')),
  ]
  const { counts, table, warnings } = found(tableOf([rows[0] ?? [], header.map(() => ''), ...rows.slice(1)]))
  expect(counts.indicators).toEqual({ groups: 1, numbered: 3, subs: 0 })
  expect(table?.columns).toMatchObject({ name: 'Chỉ tiêu', unit: 'Đơn vị tính', target: 'Mục tiêu' })
  expect(warnings).toEqual([expect.objectContaining({ code: 'header-damaged', place: 'bảng 1' })])
})

test('the centred bold line above an indicator table becomes its title', () => {
  const { report } = recognise(source([centred('BIỂU CHỈ TIÊU'), tableOf([header, data('1', 'x')])]))
  expect([...report.indicators.values()][0]?.title).toBe('BIỂU CHỈ TIÊU')
  expect(reportLines(report)).toEqual(['indicator_table'])
})

test('a single number that prints differently is told by row, many of them keep the table general', () => {
  const rows = (numbers: string[]) => tableOf([header, ...numbers.map(number => data(number, 'x'))])
  const one = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '11']
  expect(found(rows(one)).warnings).toEqual([
    expect.objectContaining({ code: 'number-changed', place: 'bảng 1, dòng 10' }),
  ])
  expect(found(rows(['1', '2', '1', '2'])).counts).toMatchObject({ tables: 1, indicators: { numbered: 0 } })
})

test('an indicator table with notes stays general, so that the notes keep their place', () => {
  const { counts } = recognise(
    source([tableOf([header, ['1', [para('x', noteMark('n'))], '', '', '', '', '']])], { n: 'y' }),
  )
  expect(counts).toMatchObject({ noteRefs: 1, tables: 1, indicators: { numbered: 0 } })
})

test('raised figures of a unit survive in the cells', () => {
  const unit = [para('m', run('2', { superscript: true }))]
  expect(found(tableOf([header, ['1', 'Đất', unit, '', '', '', '']])).table?.rows[0]?.unit).toBe('m²')
})

test('other tables keep spans, header rows, widths, borders, marks and nested tables', () => {
  const nested = tableOf([['trong']])
  const table: SourceTable = {
    kind: 'table',
    borders: false,
    widths: [40, 60.04],
    rows: [
      { header: true, cells: [{ colspan: 2, rowspan: 1, blocks: [centred('Đầu')] }] },
      {
        header: false,
        cells: [
          { colspan: 1, rowspan: 2, blocks: [para(bold('a'), lineBreak, 'b'), para('')] },
          { colspan: 1, rowspan: 1, blocks: [nested] },
        ],
      },
      { header: false, cells: [{ colspan: 1, rowspan: 1, blocks: [para('')] }] },
    ],
  }
  const block = recognise(source([para('x'), table])).report.text.firstChild?.child(1)
  expect(block?.attrs).toMatchObject({ borders: false, headerRows: 1, widths: '40,60' })
  expect(block?.toString()).toBe(
    'table(table_row(table_header(paragraph("Đầu"))), table_row(table_cell(paragraph(strong("a"), hard_break, "b")), table_cell(table(table_row(table_cell(paragraph("trong")))))), table_row(table_cell(paragraph)))',
  )
  expect(block?.child(1).child(0).attrs).toMatchObject({ rowspan: 2 })
})

test('ragged rows are filled up, cells hanging in from above counted', () => {
  const table: SourceTable = {
    kind: 'table',
    borders: true,
    widths: [],
    rows: [
      {
        header: false,
        cells: [
          { colspan: 1, rowspan: 2, blocks: [] },
          { colspan: 2, rowspan: 1, blocks: [] },
        ],
      },
      { header: false, cells: [{ colspan: 1, rowspan: 1, blocks: [] }] },
    ],
  }
  const block = recognise(source([para('x'), table])).report.text.firstChild?.child(1)
  expect(block?.child(1).childCount).toBe(2)
})

test('text boxes become paragraphs where they are anchored', () => {
  const lines = reportLines(
    recognise(source([para('trước'), { kind: 'text_box', blocks: [para('trong khung')] }, para('sau')]))
      .report,
  )
  expect(lines).toEqual(['none |  | trước', 'none |  | trong khung', 'none |  | sau'])
})
