import { expect, test } from 'vitest'
import { writeDocx } from '../../../electron/host/export/docx/write-docx'
import { profileOf } from '../../../shared/print/profiles'
import { printReport } from '../../../shared/print/print-report'
import type { Report } from '../../../shared/report/report'
import { heading, item, note, noteRef, paragraph, report, sheet, text } from '../../support/build-report'
import { docxParts, paragraphsOf, wordsOf } from '../../support/docx-parts'
import { listsInside } from '../../support/lists-inside'
import { fullReport } from '../../support/full-report'

const profile = profileOf('dang-hd05-2026')
const make = (from: Report, using = profile) => writeDocx(printReport(from, using))
const partsOf = async (from: Report, using = profile) => {
  const parts = await docxParts(await make(from, using))
  return (name: string) => parts.get(name) ?? ''
}
const body = async (from: Report) => (await partsOf(from))('word/document.xml')
const paragraphWith = (xml: string, words: string) =>
  paragraphsOf(xml).find(each => wordsOf(each).includes(words)) ?? ''

test('the same report gives the same bytes', async () => {
  const [first, second] = [await make(fullReport()), await make(fullReport())]
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
})

test('numbered headings take their number from Word, through Heading 2-5 of one list', async () => {
  const part = await partsOf(fullReport())
  const xml = part('word/document.xml')
  expect(wordsOf(paragraphWith(xml, 'Về kinh tế'))).toBe('Về kinh tế')
  expect(paragraphWith(xml, 'Về kinh tế')).toContain('<w:pStyle w:val="Heading3"/>')
  for (const depth of [1, 2, 3, 4, 5])
    expect(part('word/numbering.xml')).toContain(`<w:pStyle w:val="Heading${depth}"/>`)
  expect(part('word/numbering.xml')).toMatch(
    /upperLetter.*%2-.*upperRoman.*%3-.*decimal.*%4\..*decimal.*%4\.%5\./s,
  )
})

test('a part is one paragraph: its label typed, a line break, its title in capitals', async () => {
  const part = paragraphWith(await body(fullReport()), 'Phần thứ nhất')
  expect(wordsOf(part)).toBe('Phần thứ nhất\nKết quả thực hiện nghị quyết')
  expect(part).toContain('<w:caps w:val="false"/>')
  const numbering = (await partsOf(fullReport()))('word/numbering.xml')
  const level = numbering.split('<w:lvl ').find(each => each.includes('"Heading1"'))
  expect(level).toContain('<w:numFmt w:val="none"/>')
  expect(level).not.toContain('w:lvlText')
})

test('a number that Word would count otherwise is typed', async () => {
  const xml = await body(
    report({ text: text(sheet(heading('letter', 'Một'), heading('subnumber', 'Nhảy cấp'))) }),
  )
  const jump = paragraphWith(xml, 'Nhảy cấp')
  expect(wordsOf(jump)).toBe('0.1. Nhảy cấp')
  expect(jump).toContain('<w:numId w:val="0"/>')
  expect(wordsOf(paragraphWith(xml, 'Một'))).toBe('Một')
})

test('a list starts again as a new list of Word, and a) is typed', async () => {
  const xml = await body(fullReport())
  const listOf = (words: string) => /<w:numId w:val="(\d+)"/.exec(paragraphWith(xml, words))?.[1]
  expect(listOf('Việc thứ nhất')).toBe(listOf('Việc thứ hai'))
  expect(listOf('Lại từ một')).not.toBe(listOf('Việc thứ hai'))
  expect(listOf('Chỉ tiêu một')).toBe(listOf('Chỉ tiêu hai'))
  expect(listOf('Chỉ tiêu của phần hai')).not.toBe(listOf('Chỉ tiêu hai'))
  expect(wordsOf(paragraphWith(xml, 'Điểm b'))).toBe('b) Điểm b')
})

test('a list that starts at another number says so', async () => {
  const start = item('number', 'Năm')
  const draft = report({ text: text(sheet(start.type.create({ ...start.attrs, start: 5 }, start.content))) })
  expect((await partsOf(draft))('word/numbering.xml')).toContain('<w:start w:val="5"/>')
})

test('notes are real footnotes with ids in the order of their references', async () => {
  const part = await partsOf(fullReport())
  const references = [...part('word/document.xml').matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(
    ([, id]) => id,
  )
  expect(references).toEqual(['1', '2', '3'])
  const notes = part('word/footnotes.xml').split('<w:footnote w:id="').slice(1)
  expect(notes.map(wordsOf)).toEqual([
    ' Chú thích thứ nhất.',
    ' Chú thích thứ hai, đoạn một.Chú thích thứ hai, đoạn hai.',
    ' Chú thích thứ ba.',
  ])
  expect(notes.every(each => each.split('<w:footnoteRef/>').length === 2)).toBe(true)
})

test('a profile may put the number at the foot in parentheses', async () => {
  const using = { ...profile, note: { ...profile.note, mark: 'parentheses' as const } }
  const notes = (await partsOf(fullReport(), using))('word/footnotes.xml')
  expect(notes).toMatch(
    /<w:t[^>]*>\(<\/w:t><\/w:r><w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/>/,
  )
})

test('a second reference to a note is its number as text: Word knows no footnote twice', async () => {
  const draft = report({
    text: text(sheet(paragraph('x', noteRef('a'), noteRef('a')))),
    notes: { a: note('n') },
  })
  const xml = await body(draft)
  expect(xml.split('<w:footnoteReference').length).toBe(2)
  expect(xml).toMatch(/<w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:t[^>]*>1<\/w:t>/)
})

test('the indicator table repeats its header and splits no row', async () => {
  const table = (await body(fullReport())).split('<w:tbl>').find(each => each.includes('Sản lượng lúa')) ?? ''
  const rows = table.split('<w:tr>').slice(1)
  expect(rows[0]).toContain('<w:tblHeader/>')
  expect(rows.slice(1).some(row => row.includes('<w:tblHeader/>'))).toBe(false)
  expect(rows.every(row => row.includes('<w:cantSplit/>'))).toBe(true)
  expect(rows[1]).toContain('<w:b/>')
})

test('A4, margins, header distance and first page without number are as the profile says', async () => {
  const xml = await body(fullReport())
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toContain('<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567"')
  expect(xml).toContain('<w:titlePg/>')
})

test('body text has exact line spacing, indent, Vietnamese as its language', async () => {
  const styles = (await partsOf(fullReport()))('word/styles.xml')
  const bodyText = /<w:style [^>]*w:styleId="BodyText".*?<\/w:style>/s.exec(styles)?.[0]
  expect(bodyText).toContain('<w:spacing w:after="0" w:before="120" w:line="360" w:lineRule="exact"/>')
  expect(bodyText).toContain('w:firstLine="567"')
  expect(bodyText).toContain('<w:sz w:val="28"/>')
  expect(styles).toContain('<w:lang w:val="vi-VN"')
  expect(styles).toContain('w:ascii="Times New Roman"')
})

test('properties name title and body, and no time', async () => {
  const core = (await partsOf(fullReport()))('docProps/core.xml')
  expect(core).toContain('<dc:creator>Huyện ủy Bến Lức</dc:creator>')
  expect(core).toContain('<dc:title>Báo cáo chính trị của Ban Chấp hành')
  expect(core).not.toContain('dcterms')
})

test('ids that Word wants unique are unique', async () => {
  const part = await partsOf(fullReport())
  for (const [name, pattern] of [
    ['word/footnotes.xml', /<w:footnote (?:w:type="\w+" )?w:id="(-?\d+)"/g],
    ['word/numbering.xml', /<w:num w:numId="(\d+)"/g],
    ['word/styles.xml', /w:styleId="(\w+)"/g],
    ['word/_rels/document.xml.rels', / Id="(\w+)"/g],
  ] as const) {
    const ids = [...part(name).matchAll(pattern)].map(([, id]) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('signs that mean something in XML stay words', async () => {
  const draft = report({ text: text(sheet(paragraph('a < b & c > d "e" ]]> \u000b.'))) })
  expect(wordsOf(paragraphWith(await body(draft), 'a < b'))).toBe('a < b & c > d "e" ]]> .')
})

test('lists in cells and notes have their marks typed, so that they do not count with the text', async () => {
  const part = await partsOf(listsInside())
  const inText = ['Trước bảng', 'Ô hai', 'Ô ba', 'Sau bảng'].map(words =>
    wordsOf(paragraphWith(part('word/document.xml'), words)),
  )
  expect(inText).toEqual(['Trước bảng', '2. Ô hai', 'a) Ô ba', 'Sau bảng'])
  expect(paragraphsOf(part('word/footnotes.xml')).map(wordsOf).slice(-2)).toEqual([' 1. Ý một', '2. Ý hai'])
})
