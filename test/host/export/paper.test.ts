import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { profileOf } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import { fullReport, longReport } from '../../support/full-report'
import { convertWithOffice, needs } from '../../support/oracles'
import { pdfOf, setLines, temporaryFolder, wordsByPage, type Folder, type SetLine } from '../../support/paper'

// Rendered pages against the rules of the regulations (vn-layout §0-§1): the PDF itself, and the DOCX as LibreOffice
// sets it. Sizes in points, places in millimetres.

const millimetres = (points: number) => (points / 72) * 25.4

let folder: Folder
const files: { pdf: string; office: string; longPdf: string } = { pdf: '', office: '', longPdf: '' }

beforeAll(async () => {
  folder = temporaryFolder()
  const docx = await writeDocx(printReport(fullReport(), profileOf('dang-hd05-2026')))
  files.pdf = folder.put('pdf.pdf', await pdfOf(fullReport()))
  files.longPdf = folder.put('long.pdf', await pdfOf(longReport()))
  files.office = await convertWithOffice(folder.put('office.docx', docx), 'pdf', folder.path)
}, 180_000)
afterAll(() => folder.remove())

const looks: readonly [words: string, size: number, font: 'Regular' | 'Bold' | 'Italic' | 'BoldItalic'][] = [
  ['LƯU HÀNH NỘI BỘ', 12, 'Bold'],
  ['ĐẢNG BỘ TỈNH SÔNG HỒNG', 14, 'Regular'],
  ['HUYỆN ỦY BẾN LỨC', 14, 'Bold'],
  ['Số 07-BC/HU', 14, 'Regular'],
  ['Dự thảo lần 3', 14, 'Italic'],
  ['ĐẢNG CỘNG SẢN VIỆT NAM', 15, 'Bold'],
  ['Bến Lức, ngày 09 tháng 6 năm 2026', 14, 'Italic'],
  ['BÁO CÁO CHÍNH TRỊ', 16, 'Bold'],
  ['trình Đại hội lần thứ XV', 14, 'Bold'],
  ['Phần thứ nhất', 14, 'Bold'],
  ['KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT', 14, 'Bold'],
  ['A- ĐÁNH GIÁ TÌNH HÌNH', 14, 'Bold'],
  ['I- VỀ KINH TẾ', 14, 'Bold'],
  ['1. Nông nghiệp, thủy sản', 14, 'Bold'],
  ['1.1. Trồng trọt', 14, 'BoldItalic'],
  ['a) Điểm a', 14, 'Regular'],
  ['Chú thích thứ nhất.', 11, 'Regular'],
  ['VỀ SẢN XUẤT', 12, 'Bold'],
  ['Sản lượng lúa', 12, 'Regular'],
  ['T/M BAN CHẤP HÀNH', 14, 'Bold'],
  ['BÍ THƯ', 14, 'Regular'],
  ['Trần Thị Ước', 14, 'Bold'],
  ['Nơi nhận:', 14, 'Regular'],
  ['- Lưu Văn phòng Huyện ủy.', 12, 'Regular'],
]

/** A line may come in pieces (number and title): they are put together by their height on the page. */
function find(lines: readonly SetLine[], words: string): SetLine {
  const found = lines.find(line => line.text === words || line.text.endsWith(` ${words}`))
  if (found) return found
  const start = lines.find(
    line => words.startsWith(line.text) && line.text !== '' && rowOf(lines, line).includes(words),
  )
  if (!start) throw new Error(`Not on paper: ${words}`)
  return start
}

const rowOf = (lines: readonly SetLine[], line: SetLine): string =>
  lines
    .filter(other => other.page === line.page && Math.abs(other.top - line.top) < 3)
    .sort((a, b) => a.left - b.left)
    .map(other => other.text)
    .join(' ')
    .replace(/\s+/g, ' ')

const cutOf = (font: string): string => {
  const name = font.replace(/[-_,]/g, '')
  if (/BoldItalic/i.test(name)) return 'BoldItalic'
  return /Bold/i.test(name) ? 'Bold' : /Italic/i.test(name) ? 'Italic' : 'Regular'
}

describe.each(['pdf', 'office'] as const)('on paper (%s)', kind => {
  test('every element has its size and weight', async context => {
    needs(context, 'soffice', 'pdftotext')
    const lines = await setLines(files[kind])
    const seen = looks.map(([words]) => {
      const line = find(lines, words)
      return [words, line.size, cutOf(line.font)]
    })
    expect(seen).toEqual(looks)
  })

  test('the header block stands in its order: draft mark below the number, below the star, left', async context => {
    needs(context, 'soffice', 'pdftotext')
    const lines = (await setLines(files[kind])).filter(line => line.page === 1)
    const column = ['ĐẢNG BỘ TỈNH SÔNG HỒNG', 'HUYỆN ỦY BẾN LỨC', '*', 'Số 07-BC/HU', 'Dự thảo lần 3'].map(
      words => find(lines, words),
    )
    expect(column.map(line => line.top)).toEqual(column.map(line => line.top).sort((a, b) => a - b))
    const middle = (line: SetLine) => line.left + line.width / 2
    for (const line of column) expect(middle(line)).toBeCloseTo(middle(column[0]!), -1)
    const nation = find(lines, 'ĐẢNG CỘNG SẢN VIỆT NAM')
    expect(Math.abs(nation.top - column[0]!.top)).toBeLessThan(3)
    expect(nation.left).toBeGreaterThan(column[0]!.left + column[0]!.width)
    expect(find(lines, 'Bến Lức, ngày 09 tháng 6 năm 2026').top).toBeGreaterThan(nation.top)
  })

  test('text keeps to the margins 20, 20, 30 and 15 mm', async context => {
    needs(context, 'soffice', 'pdftotext')
    const pages = await wordsByPage(files[kind])
    const inside = pages.flatMap(page => page.filter(word => word.top > 50))
    expect(millimetres(Math.min(...inside.map(word => word.left)))).toBeGreaterThan(29.5)
    expect(millimetres(Math.max(...inside.map(word => word.right)))).toBeLessThan(195.5)
    expect(millimetres(Math.max(...inside.map(word => word.bottom)))).toBeLessThan(277.8)
    expect(millimetres(Math.min(...inside.map(word => word.left)))).toBeCloseTo(30, 0)
    expect(millimetres(Math.max(...inside.map(word => word.right)))).toBeCloseTo(195, 0)
  })

  test('the page number is centred over the text, 10 mm from the top edge, size 14', async context => {
    needs(context, 'soffice', 'pdftotext')
    const number = (await wordsByPage(files[kind]))[1]!.find(word => word.text === '2' && word.top < 50)!
    expect(millimetres(number.top)).toBeGreaterThan(9.5)
    expect(millimetres(number.top)).toBeLessThan(11)
    expect(millimetres((number.left + number.right) / 2)).toBeCloseTo(30 + 165 / 2, 0)
  })

  test('lines of text are exactly 18 pt apart, paragraphs 6 pt more, the first line 10 mm in', async context => {
    needs(context, 'soffice', 'pdftotext')
    const page = (await wordsByPage(files[kind]))[0]!
    const first = page.find(word => word.text === 'Kinh' && word.left > 90)!
    expect(millimetres(first.left)).toBeCloseTo(40, 0)
    const tops = [
      ...new Set(page.filter(word => word.top > first.top - 1).map(word => Math.round(word.top * 10) / 10)),
    ]
    const lines = tops
      .filter(top => page.filter(word => Math.abs(word.top - top) < 0.3).length > 8)
      .slice(0, 6)
    for (let i = 1; i < lines.length; i++) expect(lines[i]! - lines[i - 1]!).toBeCloseTo(18, 0)
    const topOf = (words: string) =>
      page.find((word, i) => `${word.text} ${page[i + 1]?.text}` === words)!.top
    expect(topOf('b) Điểm') - topOf('a) Điểm')).toBeCloseTo(24, 0)
  })

  test('type and part stand centred, the numbered heading at the indent', async context => {
    needs(context, 'soffice', 'pdftotext')
    const lines = await setLines(files[kind])
    for (const words of ['BÁO CÁO CHÍNH TRỊ', 'Phần thứ nhất', 'KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT']) {
      const line = find(lines, words)
      expect(millimetres(line.left + line.width / 2)).toBeCloseTo(30 + 165 / 2, -0.5)
    }
    expect(millimetres(find(lines, '1. Nông nghiệp, thủy sản').left)).toBeCloseTo(40, -0.5)
  })
})

test('superscripts do not disturb the exact line spacing', async context => {
  needs(context, 'pdftotext')
  const page = (await wordsByPage(files.longPdf))[2]!
  const lines = [
    ...new Set(
      page
        .filter(word => Math.abs(word.bottom - word.top - 12.73) < 0.02 && word.top > 50)
        .map(word => word.top),
    ),
  ]
  const gaps = lines.slice(1).map((top, i) => Math.round((top - lines[i]!) * 100) / 100)
  expect(new Set(gaps.map(gap => gap % 6))).toEqual(new Set([0]))
})
