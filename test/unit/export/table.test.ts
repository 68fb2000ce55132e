import { expect, test } from 'vitest'
import { writeCsv } from '../../../electron/host/export/table/write-csv'
import { writeTableDocx } from '../../../electron/host/export/table/write-table-docx'
import { docxParts, wordsOf } from '../../support/docx-parts'

const table = {
  title: 'Tiến độ các mục',
  lines: ['Báo cáo tổng kết'],
  columns: [
    { label: 'Mục', width: 3 },
    { label: 'Giao cho', width: 1 },
  ],
  rows: [
    ['I- Kinh tế; tài chính', 'Vũ "Nam"'],
    ['hai\ndòng', '- không'],
  ],
}

test('a CSV begins with the mark by which Excel knows its letters, and parts its fields by semicolons', () => {
  expect(writeCsv({ ...table, rows: [['Kinh tế', 'Nam']] })).toBe('\uFEFFMục;Giao cho\r\nKinh tế;Nam\r\n')
})

test('what would end a field of a CSV early is quoted', () => {
  const csv = writeCsv(table)
  expect(csv).toContain('"I- Kinh tế; tài chính";"Vũ ""Nam"""')
  expect(csv).toContain('"hai\ndòng";- không')
})

test.each(['=1+1', '@SUM(A1)', '+84', '-2+3', '\t=1'])(
  'words that Excel would carry out stay words: %j',
  words => {
    const row = writeCsv({ columns: table.columns.slice(0, 1), rows: [[words]] }).split('\r\n')[1]
    expect(row).toMatch(/^"?'/)
  },
)

test('a table in Word has its title, a head on every page, all cells and a page number', async () => {
  const parts = await docxParts(await writeTableDocx(table))
  const xml = parts.get('word/document.xml') ?? ''
  expect(wordsOf(xml)).toContain('Tiến độ các mục')
  for (const cell of table.rows.flat())
    for (const line of cell.split('\n')) expect(wordsOf(xml)).toContain(line)
  expect(xml).toContain('<w:tblHeader/>')
  expect(xml).toMatch(/<w:pgSz[^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/)
  expect([...parts.values()].some(part => part.includes('PAGE'))).toBe(true)
})
