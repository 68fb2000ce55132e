import { expect, test } from 'vitest'
import { paragraph, run } from '../../../support/make-docx'
import { codesOf, readBody, readParts, textsOf } from '../../../support/source-text'

const drawing = (uri: string, inside: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData uri="${uri}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`
const shape = (preset: string, inside = '') =>
  drawing('wps', `<wps:wsp><wps:spPr><a:prstGeom prst="${preset}"/></wps:spPr>${inside}</wps:wsp>`)
const newBox = (text: string) =>
  shape('rect', `<wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx>`)
const oldBox = (text: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`
const inRun = (inside: string) => paragraph(`<w:r>${inside}</w:r>${run('neo')}`)
const picture = (blip: string, description = '') =>
  drawing(
    'picture',
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p" descr="${description}"/></pic:nvPicPr><pic:blipFill><a:blip ${blip}/></pic:blipFill></pic:pic>`,
  )

test('reads a text box after the paragraph that holds it, drawn the new or the old way', async () => {
  expect(textsOf(await readBody(inRun(newBox('DỰ THẢO'))))).toEqual(['neo', '[DỰ THẢO]'])
  expect(textsOf(await readBody(inRun(oldBox('DỰ THẢO'))))).toEqual(['neo', '[DỰ THẢO]'])
})

test('reads a text box once that is stored in both ways', async () => {
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${newBox('một lần')}</mc:Choice><mc:Fallback>${oldBox('một lần')}</mc:Fallback></mc:AlternateContent>`
  expect(textsOf(await readBody(inRun(both)))).toEqual(['neo', '[một lần]'])
})

test('takes the older way where the newer is not known', async () => {
  const both = `<mc:AlternateContent><mc:Choice Requires="future9"><w:x/></mc:Choice><mc:Fallback>${oldBox('cũ')}</mc:Fallback></mc:AlternateContent>`
  expect(textsOf(await readBody(inRun(both)))).toEqual(['neo', '[cũ]'])
})

test('says nothing of drawn lines and empty frames', async () => {
  const line = '<w:pict><v:line from="0,0" to="1,1"/></w:pict>'
  const document = await readBody(inRun(shape('line') + shape('straightConnector1') + shape('rect') + line))
  expect([textsOf(document), document.warnings]).toEqual([['neo'], []])
})

test('warns of a picture with its place and description', async () => {
  const document = await readBody(paragraph('trước') + inRun(picture('r:embed="i1"', 'Bản đồ')))
  expect(document.warnings).toEqual([
    { code: 'picture', place: 'đoạn 2 (“neo”)', message: 'Hình không đưa vào: “Bản đồ”' },
  ])
})

test('says that a picture from outside is not fetched', async () => {
  const document = await readParts({
    links: { i1: 'http://127.0.0.1:9/a.png' },
    body: inRun(picture('r:link="i1"')),
  })
  expect(document.warnings[0]?.message).toContain('không được tải về: “http://127.0.0.1:9/a.png”')
})

test('warns of charts, diagrams, embedded files, controls, word art and other shapes', async () => {
  const body = [
    drawing('chart', '<c:chart xmlns:c="x" r:id="c1"/>'),
    drawing('diagram', '<dgm:relIds xmlns:dgm="x"/>'),
    '<w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject r:id="o"/></w:object>',
    '<w:object><w:control r:id="o"/></w:object>',
    '<w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict>',
    shape('star5'),
  ]
  expect(codesOf(await readBody(body.map(inRun).join('')))).toEqual([
    'chart',
    'diagram',
    'embedded',
    'control',
    'word-art',
    'shape',
  ])
})

test('warns of a file inserted whole and of macros', async () => {
  const document = await readParts({ body: '<w:altChunk r:id="a"/>', files: { 'word/vbaProject.bin': 'x' } })
  expect(codesOf(document)).toEqual(['alt-chunk', 'macros'])
})

const headed = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'

test('says nothing of headers that only number the pages', async () => {
  const document = await readParts({
    body: headed,
    headers: { header1: paragraph(run('Trang ') + run('3') + run('/35')), footer1: paragraph('') },
  })
  expect(document.warnings).toEqual([])
})

test('tells of a picture in a header', async () => {
  const header1 = paragraph(`<w:r>${picture('r:embed="i1"')}</w:r>`)
  expect((await readParts({ body: headed, headers: { header1 } })).warnings).toEqual([
    { code: 'picture', place: 'đầu trang, chân trang', message: 'Hình không đưa vào.' },
  ])
})

test('tells the words of headers and footers in one warning', async () => {
  const document = await readParts({
    body: headed,
    headers: { header1: paragraph('Tài liệu lưu hành nội bộ'), footer1: paragraph('Mật') },
  })
  expect(document.warnings.map(({ message }) => message)).toEqual([
    'Chữ ở đầu trang hoặc chân trang không đưa vào: “Tài liệu lưu hành nội bộ · Mật”',
  ])
})
