import { footnote, footnoteReference, makeDocx, paragraph, paragraphStyle, run, zip } from './make-docx'
import { deflatedRepeatedly, rawZip } from './raw-zip'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const document = (body: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document ${w}><w:body>${body}</w:body></w:document>`
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000), Buffer.from(stream, 'utf16le')])
const main = (content: string | Uint8Array) => makeDocx({ body: '', files: { 'word/document.xml': content } })

const [beforeBody = '', afterBody = ''] = document('|').split('|')

interface Repeated {
  readonly before?: string
  readonly piece: string
  readonly times: number
  readonly after?: string
}

/** A main part that is stored as it is, so that nothing about its sizes looks odd. */
function stored({ before = beforeBody, piece, times, after = afterBody }: Repeated): Uint8Array {
  const data = Buffer.concat([Buffer.from(before), Buffer.from(piece.repeat(times)), Buffer.from(after)])
  return rawZip([{ name: 'word/document.xml', method: 0, data, size: data.length }])
}

/** A main part that is deflated; `size` is what the headers say of it. */
function packed(
  { before = beforeBody, piece, times, after = afterBody }: Repeated,
  size?: number,
): Uint8Array {
  const data = deflatedRepeatedly(before, piece, times, after)
  const real = before.length + Buffer.byteLength(piece) * times + after.length
  return rawZip([{ name: 'word/document.xml', method: 8, data, size: size ?? real }])
}

const manyEntries = (count: number) =>
  rawZip(
    Array.from({ length: count }, (_, index) => ({
      name: `word/${index}.xml`,
      method: 0 as const,
      data: Buffer.alloc(0),
      size: 0,
    })),
  )

const unsafeName = async () => {
  const bytes = Buffer.from(await zip({ 'word/document.xml': document(''), 'xx/evil.xml': 'x' }))
  for (let at = bytes.indexOf('xx/evil'); at >= 0; at = bytes.indexOf('xx/evil', at + 1))
    bytes.write('../evil', at)
  return bytes
}

const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${Array.from('bcdefgh', (name, index) => `<!ENTITY ${name} "${`&${'abcdefg'.charAt(index)};`.repeat(10)}">`).join('')}]>`

/** Files that must be refused: name → bytes and a piece of the words expected. */
export const refusedFiles: Readonly<Record<string, readonly [() => Promise<Uint8Array>, string]>> = {
  empty: [async () => new Uint8Array(), 'rỗng'],
  'not a zip': [async () => Buffer.from('một tệp chữ thường'), 'không phải là tệp Word'],
  'an error answer in JSON': [async () => Buffer.from('{"error": 404}'), 'không phải là tệp Word'],
  'a web page': [async () => Buffer.from('<!doctype html><p>x'), 'trang web'],
  'a PDF': [async () => Buffer.from('%PDF-1.7 …'), 'PDF'],
  'an RTF': [async () => Buffer.from('{\\rtf1 x}'), 'RTF'],
  encrypted: [async () => ole('EncryptedPackage'), 'mật khẩu'],
  'an old .doc': [async () => ole('WordDocument'), '.doc'],
  'an old .xls': [async () => ole('Workbook'), 'không phải văn bản Word'],
  'a zip of other things': [async () => zip({ 'xl/workbook.xml': '<x/>' }), 'không có văn bản Word'],
  'an OpenDocument text': [async () => zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), '.odt'],
  truncated: [async () => (await makeDocx({ body: paragraph('a').repeat(500) })).slice(0, 700), 'hỏng'],
  'cut inside a part': [async () => damagedInside(), 'hỏng'],
  'unfinished XML': [async () => main(document('').slice(0, -5)), 'hỏng'],
  'XML without a body': [async () => main(`<w:document ${w}/>`), 'không có văn bản Word'],
  'a DOCTYPE': [async () => main(document('', laughs)), 'DOCTYPE'],
  'wrong encoding': [async () => main(Buffer.from(document(paragraph('Đường')), 'latin1')), 'Bảng mã'],
  'an unknown encoding': [async () => main(document('').replace('UTF-8', 'klingon')), 'Bảng mã'],
  'unsafe names': [unsafeName, 'đường dẫn'],
  '100 000 entries': [async () => manyEntries(100_000), 'quá nhiều thành phần'],
  '1.2 GB of XML': [
    async () => packed({ piece: paragraph('x'.repeat(1000)), times: 1_150_000 }),
    'bung ra quá lớn',
  ],
  '6 million paragraphs': [async () => packed({ piece: '<w:p/>', times: 6_000_000 }), 'quá lớn'],
  '6 million paragraphs, stored': [async () => stored({ piece: '<w:p/>', times: 6_000_000 }), 'quá lớn'],
  '3 million cells in one table': [
    async () => stored({ before: `${beforeBody}<w:tbl><w:tr>`, piece: '<w:tc/>', times: 3_000_000 }),
    'quá lớn',
  ],
  '2 million runs with properties in one table': [
    async () =>
      stored({
        before: `${beforeBody}<w:tbl><w:tr><w:tc><w:p>`,
        piece: '<w:r w:rsidR="1"><w:rPr/></w:r>',
        times: 2_000_000,
      }),
    'quá lớn',
  ],
  'one text of 79 MB': [
    async () =>
      stored({
        before: `${beforeBody}<w:p><w:r><w:t>`,
        piece: 'x'.repeat(1000),
        times: 79_000,
        after: `</w:t></w:r></w:p>${afterBody}`,
      }),
    'quá lớn',
  ],
  'sizes stated too small': [async () => packed({ piece: '<w:p/>', times: 1_000_000 }, 1000), 'hỏng'],
  'sizes stated too large': [async () => packed({ piece: '<w:p/>', times: 1000 }, 900_000), 'hỏng'],
  'deep nesting': [async () => main(document('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000))), 'quá sâu'],
  'a huge note referred to again and again': [
    async () =>
      makeDocx({
        body: paragraph(footnoteReference(2).repeat(100_000)),
        footnotes:
          footnote(2, 'x').replace(paragraph('x'), '') +
          `<w:footnote w:id="2">${paragraph('x').repeat(1000)}</w:footnote>`,
      }),
    'quá lớn',
  ],
}

async function damagedInside(): Promise<Uint8Array> {
  const bytes = await makeDocx({ body: paragraph('chữ').repeat(500) })
  const start = Buffer.from(bytes).indexOf('word/document.xml') + 'word/document.xml'.length
  bytes.fill(0x55, start + 40, start + 80)
  return bytes
}

const manyAttributes = () => Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(' ')

/** Files that look hostile and yet are to be read, in bounded time and memory. */
export const survivedFiles: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'a ring of styles': async () =>
    makeDocx({
      styles: paragraphStyle('A', '<w:basedOn w:val="B"/>') + paragraphStyle('B', '<w:basedOn w:val="A"/>'),
      body: paragraph('a', '<w:pStyle w:val="A"/>'),
    }),
  'bytes behind the zip': async () =>
    Buffer.concat([await makeDocx({ body: paragraph('a') }), Buffer.from('\r\nrác từ thư điện tử')]),
  'a UTF-16 part': async () =>
    main(Buffer.from(`\ufeff${document(paragraph('Đường')).replace('UTF-8', 'UTF-16')}`, 'utf16le')),
  'names in capitals': async () => zip({ 'WORD/DOCUMENT.XML': document(paragraph('a')) }),
  'a column span of 99 999 999': async () =>
    makeDocx({
      body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
    }),
  'a blank picture packed a thousandfold': async () =>
    makeDocx({ body: paragraph('a'), files: { 'word/media/image1.bmp': new Uint8Array(5_000_000) } }),
  'a stored part of 15 MB': async () => stored({ piece: paragraph(run('chữ '.repeat(4000))), times: 750 }),
  'a hundred thousand attributes': async () => main(document(`<w:p ${manyAttributes()}/>`)),
  '100 000 paragraphs with text': async () =>
    stored({ piece: paragraph(run('Một đoạn văn')), times: 100_000 }),
  'a hundred thousand pictures in one paragraph': async () =>
    stored({ piece: `<w:p>${'<w:r><w:drawing><w:pic/></w:drawing></w:r>'.repeat(100_000)}</w:p>`, times: 1 }),
  'a hundred thousand comments over one another': async () =>
    stored({
      piece: `<w:p>${Array.from({ length: 100_000 }, (_, id) => `<w:commentRangeStart w:id="${id}"/>${run('x')}`).join('')}</w:p>`,
      times: 1,
    }),
  'insertions inside one another': async () =>
    main(
      document(
        `<w:p>${'<w:ins w:author="a">'.repeat(280)}${run('x'.repeat(500)).repeat(500)}${'</w:ins>'.repeat(280)}</w:p>`,
      ),
    ),
  'a hundred thousand fields inside one another': async () =>
    stored({
      piece: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>`,
      times: 1,
    }),
}
