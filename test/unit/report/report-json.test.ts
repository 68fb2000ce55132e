import { expect, test } from 'vitest'
import { recognise } from '../../../shared/import/recognise'
import { fromReportJson, toReportJson } from '../../../shared/report/report-json'
import type { Report } from '../../../shared/report/report'
import { bold, noteMark, para, source, tableOf } from '../../support/build-source'

const { report } = recognise(
  source(
    [
      para(bold('1. Đầu')),
      para('x', noteMark('a'), noteMark('b')),
      para('Chủ đề 1: a'),
      para('Chủ đề 2: b'),
      tableOf([
        ['TT', 'Chỉ tiêu', 'Đơn vị', 'a', 'b', 'c', 'd'],
        ['1', 'x', '%', '1', '2', '3', 'y'],
      ]),
      tableOf([['ô']]),
    ],
    { a: 'một', b: 'hai' },
  ),
)

test('a report survives JSON whole', () => {
  const read = fromReportJson(JSON.parse(JSON.stringify(toReportJson(report))))
  expect(toReportJson(read)).toEqual(toReportJson(report))
  expect(read.text.eq(report.text)).toBe(true)
  expect([...read.notes.values()].map(note => note.textContent).sort()).toEqual(['hai', 'một'])
  expect(read.options.size).toBe(1)
})

test('equal reports give the same text of JSON, whatever the order of their maps and keys', () => {
  const turned: Report = {
    ...report,
    notes: new Map([...report.notes].reverse()),
    indicators: new Map(
      [...report.indicators].map(([id, table]) => [
        id,
        {
          ...table,
          rows: table.rows.map(
            row => Object.fromEntries(Object.entries(row).reverse()) as unknown as typeof row,
          ),
        },
      ]),
    ),
  }
  expect(JSON.stringify(toReportJson(turned))).toBe(JSON.stringify(toReportJson(report)))
})

test.each([
  ['no object', null],
  ['a wrong record', { ...toReportJson(report), notes: [{ id: 5, body: {} }] }],
  ['an unknown node', { ...toReportJson(report), text: { type: 'picture' } }],
  [
    'a node in the wrong place',
    { ...toReportJson(report), text: { type: 'report', content: [{ type: 'paragraph' }] } },
  ],
  ['another top node', { ...toReportJson(report), text: { type: 'sheet' } }],
])('%s is refused', (_, json) => {
  expect(() => fromReportJson(json)).toThrow()
})
