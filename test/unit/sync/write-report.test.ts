import { expect, test } from 'vitest'
import { Doc, type XmlElement, type XmlText } from 'yjs'
import {
  defaultColumns,
  type IndicatorRow,
  type IndicatorTable,
} from '../../../shared/indicators/indicator-row'
import { emptyFields } from '../../../shared/report/fields'
import type { RowId, TableId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import { textOf } from '../../../shared/sync/report-doc'
import { readReport } from '../../../shared/sync/read-report'
import { writeReport } from '../../../shared/sync/write-report'
import {
  heading,
  item,
  note,
  noteRef,
  paragraph,
  report,
  sheet,
  strong,
  text,
} from '../../support/build-report'

const row = (id: string, cells: Partial<IndicatorRow>): IndicatorRow => ({
  id: id as RowId,
  kind: 'indicator',
  groupLevel: 'roman',
  direction: '',
  ...{ name: '', unit: '', base: '', target: '', result: '', remark: '' },
  ...cells,
})

const table: IndicatorTable = {
  id: 't' as TableId,
  title: 'Bảng chỉ tiêu',
  columns: { ...defaultColumns, base: 'Năm 2015' },
  rows: [row('z', { kind: 'group', name: 'Kinh tế' }), row('a', { name: 'Thu ngân sách', target: '≥ 90' })],
}

test('a report written into a shared document reads back the same', () => {
  const written = report({
    fields: { ...emptyFields, type: 'BÁO CÁO', draftNumber: '2' },
    text: text(
      sheet(heading('part', 'Kết quả'), paragraph('Thu đạt ', strong('90%'), noteRef('n'), ' kế hoạch')),
      sheet(item('target', 'Mục tiêu'), schema.node('indicator_table', { id: 't' })),
    ),
    notes: { n: note('Theo báo cáo', '') },
    indicators: new Map([[table.id, table]]),
  })
  const body = new Doc()
  writeReport(body, written)
  const read = readReport(body)
  expect(read.text.toJSON()).toEqual(written.text.toJSON())
  expect(read.notes.get('n' as never)?.toJSON()).toEqual(written.notes.get('n' as never)?.toJSON())
  expect(read.indicators.get(table.id)).toEqual(table)
  expect(read.fields).toEqual(written.fields)
})

test('words raised by one person and lowered by another at once still read, one way for everybody', () => {
  const body = new Doc()
  writeReport(body, report({ text: text(sheet(paragraph('m2'))) }))
  const block = (textOf(body).get(0) as XmlElement).get(0) as XmlElement
  const words = block.get(0) as XmlText
  words.format(0, 2, { superscript: {} })
  words.format(0, 2, { subscript: {} })
  const [run] = readReport(body).text.firstChild?.firstChild?.children ?? []
  expect(run?.marks.map(mark => mark.type.name)).toEqual(['superscript'])
})
