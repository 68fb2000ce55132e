import { expect, test } from 'vitest'
import { footnote, footnoteReference, paragraph, paragraphStyle, run } from '../../../support/make-docx'
import {
  codesOf,
  marksIn,
  paragraphAt,
  readBody,
  readInlines,
  readParts,
  textsOf,
} from '../../../support/source-text'

const inStyle = (id: string) => `<w:pStyle w:val="${id}"/>`
const characterStyle = (id: string, properties: string) =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${id}"/><w:rPr>${properties}</w:rPr></w:style>`
const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const field = (instruction: string, result: string) =>
  `${fieldMark('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${fieldMark('separate')}${result}${fieldMark('end')}`

test('joins runs that look alike and composes letters cut between them', async () => {
  expect(marksIn(await readInlines(run('Viê') + run('\u0323t Nam')))).toEqual([['Việt Nam', {}]])
  expect(marksIn(await readInlines(run('tiê') + run('\u0301ng', '<w:b/>')))).toEqual([
    ['tiế', {}],
    ['ng', { strong: true }],
  ])
})

test('reads bold, italic, underline, superscript and subscript', async () => {
  const inlines = await readInlines(
    run('a', '<w:b/>') +
      run('b', '<w:i/>') +
      run('c', '<w:u w:val="single"/>') +
      run('d', '<w:vertAlign w:val="superscript"/>') +
      run('e', '<w:vertAlign w:val="subscript"/>') +
      run('f', '<w:b w:val="0"/><w:u w:val="none"/>'),
  )
  expect(marksIn(inlines)).toEqual([
    ['a', { strong: true }],
    ['b', { em: true }],
    ['c', { underline: true }],
    ['d', { superscript: true }],
    ['e', { subscript: true }],
    ['f', {}],
  ])
})

test('takes bold from a paragraph style and the style that one is based on', async () => {
  const document = await readParts({
    styles:
      paragraphStyle('Base', '<w:rPr><w:b/></w:rPr>') +
      paragraphStyle('Child', '<w:basedOn w:val="Base"/><w:rPr><w:i/></w:rPr>'),
    body: paragraph('Đậm nghiêng', inStyle('Child')),
  })
  expect(marksIn(paragraphAt(document).inlines)).toEqual([['Đậm nghiêng', { strong: true, em: true }]])
})

test('shows emphasis inside a bold style upright, as Word does', async () => {
  const document = await readParts({
    styles: paragraphStyle('Title', '<w:rPr><w:b/></w:rPr>') + characterStyle('Strong', '<w:b/>'),
    body: paragraph(run('a', '<w:rStyle w:val="Strong"/>') + run('b'), inStyle('Title')),
  })
  expect(marksIn(paragraphAt(document).inlines)).toEqual([
    ['a', {}],
    ['b', { strong: true }],
  ])
})

test.each(['Times New Roman Bold', 'TimesNewRomanPS-BoldMT'])('takes the font %s as bold', async font => {
  const inlines = await readInlines(run('a', `<w:rFonts w:ascii="${font}"/>`))
  expect(marksIn(inlines)).toEqual([['a', { strong: true }]])
})

test('survives styles that are based on each other in a ring', async () => {
  const document = await readParts({
    styles:
      paragraphStyle('A', '<w:basedOn w:val="B"/>') +
      paragraphStyle('B', '<w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr>'),
    body: paragraph('a', inStyle('A')),
  })
  expect(marksIn(paragraphAt(document).inlines)).toEqual([['a', { em: true }]])
})

test('writes text in capitals where the style shows capitals', async () => {
  expect(marksIn(await readInlines(run('kết quả', '<w:caps/>')))).toEqual([['KẾT QUẢ', {}]])
})

test('keeps tabs, line breaks and no-break hyphens, drops optional hyphens', async () => {
  const inside =
    '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t></w:r>'
  expect(textsOf(await readBody(paragraph(inside)))).toEqual(['a\tb⏎c\u2011def'])
})

test('turns signs of symbol fonts into Unicode and warns of those it does not know', async () => {
  const sign = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
  const document = await readBody(
    paragraph(sign('Symbol', 'F0B3') + sign('Wingdings', 'F0FC') + sign('Webdings', 'F011')),
  )
  expect(textsOf(document)).toEqual(['≥✓□'])
  expect(codesOf(document)).toEqual(['symbol'])
})

test('keeps the result of a field and drops its instruction', async () => {
  expect(textsOf(await readBody(paragraph(field(' PAGE ', run('7')))))).toEqual(['7'])
})

test('does not show what a field computes inside the instruction of another', async () => {
  const inner = field('MERGEFIELD x', run('giữa chừng'))
  const outer = `${fieldMark('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${inner}${fieldMark('separate')}${run('kết quả')}${fieldMark('end')}`
  expect(textsOf(await readBody(paragraph(outer)))).toEqual(['kết quả'])
})

test('does not lose the rest of the file when a field is never ended', async () => {
  const open = `${fieldMark('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>`
  expect(textsOf(await readBody(paragraph(open) + paragraph('sau')))).toEqual(['', 'sau'])
})

test('makes links of hyperlinks and of HYPERLINK fields', async () => {
  const document = await readParts({
    links: { l1: 'https://example.org/a?b=1&c=2' },
    body: paragraph(
      `<w:hyperlink r:id="l1">${run('một', '<w:u w:val="single"/>')}</w:hyperlink>` +
        field(' HYPERLINK "mailto:a@b.vn" ', run('hai')),
    ),
  })
  expect(marksIn(paragraphAt(document).inlines)).toEqual([
    ['một', { href: 'https://example.org/a?b=1&c=2' }],
    ['hai', { href: 'mailto:a@b.vn' }],
  ])
})

test.each(['javascript:alert(1)', 'file:///etc/passwd', '\\\\server\\share'])(
  'keeps only the text of a link to %s and says so',
  async address => {
    const document = await readParts({
      links: { l1: address },
      body: paragraph(`<w:hyperlink r:id="l1">${run('chữ')}</w:hyperlink>`),
    })
    expect(marksIn(paragraphAt(document).inlines)).toEqual([['chữ', {}]])
    expect(codesOf(document)).toEqual(['link'])
  },
)

test('says so too when a field leads to an unsafe place', async () => {
  const document = await readBody(paragraph(field('HYPERLINK "javascript:x"', run('chữ'))))
  expect(marksIn(paragraphAt(document).inlines)).toEqual([['chữ', {}]])
  expect(codesOf(document)).toEqual(['link'])
})

test('reads through content controls, smart tags, ruby and formulas', async () => {
  const body = paragraph(
    `<w:sdt><w:sdtPr/><w:sdtContent>${run('a')}</w:sdtContent></w:sdt><w:smartTag>${run('b')}</w:smartTag>` +
      `<w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('c')}</w:rubyBase></w:ruby></w:r>` +
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
  )
  const block = `<w:sdt><w:sdtContent>${paragraph('trong khung')}</w:sdtContent></w:sdt>`
  expect(textsOf(await readBody(body + block))).toEqual(['abc(a+b)/2', 'trong khung'])
})

test('reads alignment and outline depth, also by style', async () => {
  const document = await readParts({
    styles:
      paragraphStyle('Centred', '<w:pPr><w:jc w:val="center"/></w:pPr>') +
      '<w:style w:type="paragraph" w:styleId="u2"><w:name w:val="heading 2"/></w:style>' +
      paragraphStyle('Mine', '<w:basedOn w:val="u2"/>'),
    body:
      paragraph('a', inStyle('Centred')) +
      paragraph('b', inStyle('Mine') + '<w:jc w:val="both"/>') +
      paragraph('c', '<w:outlineLvl w:val="0"/>') +
      paragraph('d', inStyle('u2') + '<w:outlineLvl w:val="9"/>'),
  })
  expect(document.blocks.map(block => block.kind === 'paragraph' && [block.align, block.styleDepth])).toEqual(
    [
      ['center', undefined],
      ['justify', 1],
      [undefined, 0],
      [undefined, undefined],
    ],
  )
})

test('gives a page break to the paragraph that begins the page', async () => {
  const pageBreak = '<w:r><w:br w:type="page"/></w:r>'
  const document = await readBody(
    paragraph(pageBreak + run('a')) + paragraph(run('b') + pageBreak) + paragraph('c') + paragraph('d'),
  )
  expect(document.blocks.map(block => block.kind === 'paragraph' && block.pageBreakBefore)).toEqual([
    true,
    undefined,
    true,
    undefined,
  ])
})

test('states the size of the first text in half-points', async () => {
  expect(paragraphAt(await readBody(paragraph(run('a', '<w:sz w:val="28"/>')))).size).toBe(28)
})

test('marks the lines of a table of contents', async () => {
  const document = await readParts({
    styles: '<w:style w:type="paragraph" w:styleId="M1"><w:name w:val="toc 1"/></w:style>',
    body: paragraph('I. Mở đầu\t3', inStyle('M1')),
  })
  expect(paragraphAt(document).tocEntry).toBe(true)
})

test('brings notes with their text, in the order of their marks', async () => {
  const document = await readParts({
    body: paragraph(run('a') + footnoteReference(5) + run('b') + footnoteReference(3)),
    footnotes: `<w:footnote w:type="separator" w:id="-1"/>${footnote(3, 'hai')}${footnote(5, 'một')}`,
  })
  expect(textsOf(document)).toEqual(['a*b*'])
  expect(Object.values(document.notes).map(blocks => textsOf({ ...document, blocks }))).toEqual([
    ['một'],
    ['hai'],
  ])
})

test('gives a second mark of one note a note of its own, as Word numbers it', async () => {
  const document = await readParts({
    body: paragraph(footnoteReference(2) + footnoteReference(2)),
    footnotes: footnote(2, 'chung'),
  })
  expect(Object.values(document.notes).flat()).toHaveLength(2)
})

test('warns of a note without a mark and of a mark without a note', async () => {
  const document = await readParts({
    body: paragraph(footnoteReference(9)),
    footnotes: footnote(2, 'mồ côi'),
  })
  expect(document.warnings.map(({ message }) => message)).toEqual([
    'Dấu chú thích không có nội dung trong tệp.',
    'Chú thích không có dấu dẫn trong văn bản nên không đưa vào: “mồ côi”',
  ])
})

test('reads title and author', async () => {
  const document = await readParts({ body: '', title: 'Báo cáo', author: 'Tổ biên tập' })
  expect(document.properties).toEqual({ title: 'Báo cáo', author: 'Tổ biên tập' })
})

test('warns of hidden text instead of publishing it', async () => {
  const document = await readBody(paragraph(run('thấy ') + run('giấu', '<w:vanish/>')))
  expect(textsOf(document)).toEqual(['thấy '])
  expect(document.warnings).toEqual([
    { code: 'hidden-text', place: 'đoạn 1 (“thấy giấu”)', message: 'Chữ ẩn không đưa vào: “giấu”' },
  ])
})
