import { expect, test } from 'vitest'
import { cell, paragraph, table } from '../../../support/make-docx'
import { codesOf, readBody, readParts, tableAt, textOf } from '../../../support/source-text'
import type { SourceTable } from '../../../../shared/import/source'

const lines = (value: string) =>
  `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge => `<w:${edge} w:val="${value}"/>`).join('')}</w:tblBorders>`
const shape = ({ rows }: SourceTable) =>
  rows.map(row => row.cells.map(({ colspan, rowspan }) => `${colspan}x${rowspan}`).join(' '))

test('reads cells, widths in millimetres and nested tables', async () => {
  const inner = table([[cell('b'), cell('c')]])
  const found = tableAt(await readBody(table([[cell('a'), cell(inner + paragraph('d'))]], '', [2268, 1134])))
  expect(textOf(found)).toBe('a|b|c d')
  expect(found.widths).toEqual([40, 20])
})

test('turns merged cells into row and column spans', async () => {
  const rows = [
    [cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')],
    [cell('c'), cell('d'), cell('', '<w:vMerge/>')],
    [cell('e'), cell('f'), cell('', '<w:vMerge w:val="continue"/>')],
  ]
  expect(shape(tableAt(await readBody(table(rows))))).toEqual(['2x1 1x3', '1x1 1x1', '1x1 1x1'])
})

test('keeps the text of a cell that continues nothing or that Word hides', async () => {
  const rows = [
    [cell('a', '<w:vMerge w:val="restart"/>'), cell('x')],
    [cell('giấu', '<w:vMerge/>'), cell('y', '<w:vMerge/>')],
  ]
  expect(textOf(tableAt(await readBody(table(rows))))).toBe('a giấu|x/y')
})

test('fills columns left free in front of and behind a row', async () => {
  const row = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="2"/></w:trPr>${cell('a')}</w:tr>`
  expect(shape(tableAt(await readBody(`<w:tbl>${row}</w:tbl>`)))).toEqual(['1x1 1x1 2x1'])
})

test('limits absurd column spans and says so', async () => {
  const document = await readBody(table([[cell('a', '<w:gridSpan w:val="99999999"/>')]]))
  expect(shape(tableAt(document))).toEqual(['200x1'])
  expect(codesOf(document)).toEqual(['wide-cell'])
})

test('knows header rows', async () => {
  const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a')}</w:tr><w:tr>${cell('b')}</w:tr></w:tbl>`
  expect(tableAt(await readBody(body)).rows.map(row => row.header)).toEqual([true, false])
})

test('reads rows and cells inside content controls', async () => {
  const wrapped = (inside: string) => `<w:sdt><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  expect(
    textOf(tableAt(await readBody(`<w:tbl>${wrapped(`<w:tr>${wrapped(cell('a'))}</w:tr>`)}</w:tbl>`))),
  ).toBe('a')
})

const gridStyle = `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr>${lines('single')}</w:tblPr></w:style>`
const noEdges = `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map(edge => `<w:${edge} w:val="nil"/>`).join('')}</w:tcBorders>`

test.each([
  ['nothing', '', '', false],
  ['its own borders', lines('single'), '', true],
  ['its own borders set to none', lines('none'), '', false],
  ['its style', '<w:tblStyle w:val="Grid"/>', '', true],
  ['its style, overruled by its own borders', `<w:tblStyle w:val="Grid"/>${lines('nil')}`, '', false],
  ['its style, overruled by every cell', '<w:tblStyle w:val="Grid"/>', noEdges, false],
  ['one edge of a cell', '', '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>', true],
])('tells whether lines are drawn by %s', async (_, properties, cellProperties, drawn) => {
  const document = await readParts({
    styles: gridStyle,
    body: table([[cell('a', cellProperties)]], properties),
  })
  expect(tableAt(document).borders).toBe(drawn)
})

test('leaves out a table without rows', async () => {
  expect((await readBody(`<w:tbl><w:tblPr/></w:tbl>`)).blocks).toEqual([])
})
