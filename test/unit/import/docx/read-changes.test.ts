import { expect, test } from 'vitest'
import { cell, paragraph, run } from '../../../support/make-docx'
import { codesOf, readBody, readParts, tableAt, textOf, textsOf } from '../../../support/source-text'

const by = 'w:id="1" w:author="Lan" w:date="2025-03-12T08:00:00Z"'
const inserted = (text: string, author = by) => `<w:ins ${author}>${run(text)}</w:ins>`
const deleted = (text: string) => `<w:del ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const messages = async (body: string) => (await readBody(body)).warnings.map(({ message }) => message)

test('keeps an insertion, leaves a deletion out, and lists both with author and place', async () => {
  const document = await readBody(paragraph(run('giữ ') + inserted('thêm') + deleted('bỏ')))
  expect(textsOf(document)).toEqual(['giữ thêm'])
  expect(document.warnings).toEqual([
    {
      code: 'tracked-insertion',
      place: 'đoạn 1 (“giữ thêmbỏ”)',
      message: 'Phần chèn thêm chưa duyệt của Lan được giữ lại: “thêm”',
    },
    {
      code: 'tracked-deletion',
      place: 'đoạn 1 (“giữ thêmbỏ”)',
      message: 'Phần xoá chưa duyệt của Lan không đưa vào: “bỏ”',
    },
  ])
})

test('lists the pieces of one change once, those of two authors apart', async () => {
  const other = 'w:author="Minh"'
  const body = paragraph(inserted('một ') + inserted('hai') + inserted('ba', other))
  expect(await messages(body)).toEqual([
    'Phần chèn thêm chưa duyệt của Lan được giữ lại: “một hai”',
    'Phần chèn thêm chưa duyệt của Minh được giữ lại: “ba”',
  ])
})

test('reads moved text where it went, not where it was', async () => {
  const from = `<w:moveFrom ${by}>${run('câu')}</w:moveFrom>`
  const to = `<w:moveTo ${by}>${run('câu')}</w:moveTo>`
  const document = await readBody(paragraph(run('a') + from) + paragraph(run('b') + to))
  expect(textsOf(document)).toEqual(['a', 'bcâu'])
  expect(codesOf(document)).toEqual(['tracked-move', 'tracked-move'])
})

test('joins two paragraphs when the mark between them is deleted', async () => {
  const document = await readBody(
    paragraph(run('đầu '), `<w:jc w:val="center"/><w:rPr><w:del ${by}/></w:rPr>`) + paragraph('cuối'),
  )
  expect(document.blocks).toMatchObject([{ align: 'center' }])
  expect(textsOf(document)).toEqual(['đầu cuối'])
  expect(await messages(paragraph('x', `<w:rPr><w:del ${by}/></w:rPr>`))).toEqual([
    'Dấu xuống đoạn bị xoá chưa duyệt của Lan: đoạn này được nối với đoạn sau.',
  ])
})

test('keeps the last paragraph of a cell though its mark is deleted', async () => {
  const document = await readBody(
    `<w:tbl><w:tr>${cell(paragraph('a', `<w:rPr><w:del ${by}/></w:rPr>`))}</w:tr></w:tbl>`,
  )
  expect(textOf(tableAt(document))).toBe('a')
})

test('lists changes of format and of table rows', async () => {
  const row = (change: string, text: string) =>
    `<w:tr><w:trPr><w:${change} ${by}/></w:trPr>${cell(text)}</w:tr>`
  const document = await readBody(
    paragraph(run('a', `<w:b/><w:rPrChange ${by}/>`)) +
      `<w:tbl>${row('ins', 'mới')}${row('del', 'cũ')}</w:tbl>`,
  )
  expect(textOf(tableAt(document, 1))).toBe('mới')
  expect(document.warnings.map(({ place, message }) => [place, message])).toEqual([
    ['đoạn 1 (“a”)', 'Thay đổi định dạng chưa duyệt của Lan được giữ như đang thấy.'],
    ['bảng 1, hàng 1', 'Hàng bảng chèn thêm chưa duyệt của Lan được giữ lại: “mới”'],
    ['bảng 1, hàng 2', 'Hàng bảng bị xoá chưa duyệt của Lan không đưa vào: “cũ”'],
  ])
})

test('lists each comment with author, day, place and the words it is about', async () => {
  const document = await readParts({
    comments: `<w:comment ${by}>${paragraph('Xem lại số liệu')}</w:comment>`,
    body: paragraph(
      `${run('Tăng ')}<w:commentRangeStart w:id="1"/>${run('10%')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
    ),
  })
  expect(document.warnings).toEqual([
    {
      code: 'comment',
      place: 'đoạn 1 (“Tăng 10%”)',
      message: 'Ý kiến của Lan (12/03/2025) về “10%”: “Xem lại số liệu”',
    },
  ])
})
