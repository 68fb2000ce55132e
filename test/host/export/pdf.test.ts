import { afterAll, beforeAll, expect, test } from 'vitest'
import { profileOf } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import { depthOf } from '../../../shared/report/levels'
import { heading, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { cell, fullReport, longReport, row, table } from '../../support/full-report'
import { ask, needs } from '../../support/oracles'
import { bookmarks, pdfOf, temporaryFolder, wordsByPage, type Folder } from '../../support/paper'
import { randomFrom } from '../../support/random'

let folder: Folder
let full: string
let long: string

beforeAll(async () => {
  folder = temporaryFolder()
  full = folder.put('full.pdf', await pdfOf(fullReport()))
  long = folder.put('long.pdf', await pdfOf(longReport()))
}, 120_000)
afterAll(() => folder.remove())

test('qpdf finds nothing wrong, in any profile', async context => {
  needs(context, 'qpdf')
  for (const profile of ['dang-hd05-2026', 'dang-hd36-2018', 'hc-nd30-2020']) {
    const file = folder.put(`${profile}.pdf`, await pdfOf(fullReport(), profile))
    expect(await ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  }
  expect(await ask('qpdf', '--check', long)).toContain('No syntax or stream encoding errors found')
})

test('the same report gives the same bytes', async () => {
  expect(Buffer.compare(Buffer.from(await pdfOf(fullReport())), Buffer.from(await pdfOf(fullReport())))).toBe(
    0,
  )
})

test('the bookmarks are the outline', async context => {
  needs(context, 'qpdf')
  const { outline } = printReport(fullReport(), profileOf(''))
  const expected = outline.map(entry => `${depthOf(entry.level) + 1} ${entry.text}`)
  expect(await bookmarks(full)).toEqual(expected)
})

test('a note in a heading stays out of its bookmark', async context => {
  needs(context, 'qpdf')
  const title = heading('number', 'Có chú thích')
  const withNote = title.type.create(title.attrs, [...title.children, noteRef('a')])
  const draft = report({ text: text(sheet(withNote)), notes: { a: note('Nguồn.') } })
  expect(await bookmarks(folder.put('heading.pdf', await pdfOf(draft)))).toEqual(['1 1. Có chú thích'])
})

test('title, author and language are set, the file is tagged, every font embedded', async context => {
  needs(context, 'pdfinfo', 'pdffonts', 'qpdf')
  const info = await ask('pdfinfo', full)
  expect(info).toMatch(/Title: +Báo cáo chính trị của Ban Chấp hành Đảng bộ huyện/)
  expect(info).toMatch(/Author: +Huyện ủy Bến Lức/)
  expect(info).toMatch(/Tagged: +yes/)
  expect(info).not.toMatch(/CreationDate/)
  expect(await ask('qpdf', '--json=1', '--json-key=objects', full)).toMatch(/"\/Lang": "vi(-VN)?"/)
  const fonts = (await ask('pdffonts', full)).trim().split('\n').slice(2)
  expect(fonts.length).toBe(4)
  for (const font of fonts) expect(font).toMatch(/\+Tinos.* yes yes yes /)
})

test('every word can be taken out again, precomposed', async context => {
  needs(context, 'pdftotext')
  const extracted = await ask('pdftotext', '-raw', full, '-')
  expect(extracted).toBe(extracted.normalize('NFC'))
  expect(extracted).not.toContain('\ufffd')
  for (const words of [
    'Đoạn mở đầu in đậm và nghiêng',
    'Nông nghiệp, thủy sản',
    '17,5-18,5',
    'Chú thích thứ hai, đoạn hai.',
  ])
    expect(extracted).toContain(words)
})

// In the text a mark is 0.65 of 14 pt, at the foot 0.65 of 11 pt.
const isMark = (height: number) => height > 7.8 && height < 9
const isFootMark = (height: number) => height > 5.5 && height < 7

test('every note stands at the foot of the page of its mark', async context => {
  needs(context, 'pdftotext')
  const pages = await wordsByPage(long)
  const numbers = (page: (typeof pages)[0], fits: (height: number) => boolean) =>
    page
      .filter(word => /^\d+$/.test(word.text) && fits(word.bottom - word.top))
      .map(word => Number(word.text))
      .sort((a, b) => a - b)
  const marks = pages.map(page => numbers(page, isMark))
  expect(marks.flat()).toEqual(Array.from({ length: 95 }, (_, i) => i + 1))
  expect(pages.map(page => numbers(page, isFootMark))).toEqual(marks)
})

test('the header of the indicator table is repeated on every page the table is on', async context => {
  needs(context, 'pdftotext')
  const pages = (await wordsByPage(full)).map(page => page.map(word => word.text).join(' '))
  const withTable = pages.filter(page => /Chỉ tiêu thứ \d+ về đời/.test(page))
  expect(withTable.length).toBeGreaterThan(1)
  for (const page of withTable) expect(page).toMatch(/TT Chỉ tiêu/)
})

test('pages are numbered from the second on', async context => {
  needs(context, 'pdftotext')
  const tops = (await wordsByPage(long)).map(
    page => page.find(word => word.top < 50 && /^\d+$/.test(word.text))?.text,
  )
  expect(tops).toEqual([undefined, ...tops.slice(1).map((_, i) => String(i + 2))])
})

test('whatever is typed, Typst takes it as words', async () => {
  const random = randomFrom(5)
  const signs = Array.from('"\\#$[]{}()*_`@<>=-+/~\'.,:;\u00a0\u200b\t aếđ🙂中')
  const typed = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 20) },
      () => signs[Math.floor(random() * signs.length)],
    ).join('')
  const notes: Record<string, ReturnType<typeof note>> = {}
  const blocks = Array.from({ length: 150 }, (_, i) => {
    notes[`n${i}`] = note(typed())
    return i % 5 === 0 ? heading('number', typed()) : paragraph(typed(), noteRef(`n${i}`), typed())
  })
  await expect(pdfOf(report({ text: text(sheet(...blocks)), notes }))).resolves.toBeInstanceOf(Uint8Array)
})

test('tables of every shape compile: merged, nested, ragged, all header, empty', async () => {
  const draft = text(
    sheet(
      table(
        { headerRows: 1 },
        row(cell('a', { rowspan: 2 }), cell('b')),
        row(cell('c')),
        row(cell('d'), cell('e'), cell('f')),
      ),
      table({ headerRows: 5 }, row(cell('toàn đầu'))),
      table({}),
      table({}, row()),
      table(
        { borders: false },
        row(
          table({}, row(cell('trong'))).type.schema.node('table_cell', null, [table({}, row(cell('lồng')))]),
        ),
      ),
    ),
  )
  await expect(pdfOf(report({ text: draft }))).resolves.toBeInstanceOf(Uint8Array)
})

test('an empty report is a page with its header', async context => {
  needs(context, 'pdfinfo')
  const file = folder.put('empty.pdf', await pdfOf(report({ text: text() })))
  expect(await ask('pdfinfo', file)).toMatch(/Pages: +1/)
})
