import { expect, test } from 'vitest'
import { paragraph, run } from '../../../support/make-docx'
import { codesOf, readBody, textsOf } from '../../../support/source-text'

const inFont = (font: string, text: string, more = '') =>
  run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>${more}`)
// "Đảng cộng sản Việt Nam muôn năm" in TCVN3.
const real = '§¶ng céng s¶n ViÖt Nam mu«n n¨m'

test('converts text that really is in TCVN3 and says so', async () => {
  const document = await readBody(paragraph(inFont('.VnTime', real)))
  expect(textsOf(document)).toEqual(['Đảng cộng sản Việt Nam muôn năm'])
  expect(codesOf(document)).toEqual(['legacy-font'])
})

test('leaves Unicode text alone whose font is only a label', async () => {
  const document = await readBody(
    paragraph(inFont('.VnTime', 'Các đồng chí ở xã')) + paragraph(inFont('.VnTime', 'các')),
  )
  expect(textsOf(document)).toEqual(['Các đồng chí ở xã', 'các'])
  expect(document.warnings).toEqual([])
})

test('reads the optional hyphen as ư in TCVN3 text only', async () => {
  const hyphen = '<w:softHyphen/>'
  const legacy = `<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>nh</w:t>${hyphen}<w:t> vËy, ®Òu</w:t></w:r>`
  const plain = `<w:r><w:t>nhà</w:t>${hyphen}<w:t> nước</w:t></w:r>`
  expect(textsOf(await readBody(paragraph(legacy) + paragraph(plain)))).toEqual(['như vậy, đều', 'nhà nước'])
})

test('shows the small letters of a capital font as capitals', async () => {
  const body = paragraph(inFont('.VnTimeH', '®¶ng')) + paragraph(inFont('.VnTime', real))
  expect(textsOf(await readBody(body))[0]).toBe('ĐẢNG')
})

test('decides a short heading by the document around it', async () => {
  const body = paragraph(inFont('.VnTime', 'các')) + paragraph(inFont('.VnTime', real))
  expect(textsOf(await readBody(body))[0]).toBe('cỏc')
})

test('keeps a Unicode paragraph among TCVN3 ones', async () => {
  const body = paragraph(inFont('.VnTime', 'Số liệu mới')) + paragraph(inFont('.VnTime', real))
  expect(textsOf(await readBody(body))[0]).toBe('Số liệu mới')
})

test('converts VNI text', async () => {
  // "Cộng hoà xã hội chủ nghĩa Việt Nam" in VNI.
  const body = paragraph(inFont('VNI-Times', 'Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam'))
  expect(textsOf(await readBody(body))).toEqual(['Cộng hoà xã hội chủ nghĩa Việt Nam'])
})

test('makes capitals after decoding where both come together', async () => {
  const body = paragraph(inFont('.VnTime', real, '<w:caps/>'))
  expect(textsOf(await readBody(body))).toEqual(['ĐẢNG CỘNG SẢN VIỆT NAM MUÔN NĂM'])
})

test('finds the old font also where only the font for other letters names it', async () => {
  const body = paragraph(run(real, '<w:rFonts w:ascii="Times New Roman" w:hAnsi=".VnTime"/>'))
  expect(textsOf(await readBody(body))).toEqual(['Đảng cộng sản Việt Nam muôn năm'])
})
