import { expect, test } from 'vitest'
import { readDocx } from '../../../../electron/host/import/docx/read-docx'
import { Failure } from '../../../../shared/ipc/failure'
import {
  cell,
  footnote,
  footnoteReference,
  inList,
  makeDocx,
  numbering,
  paragraph,
  paragraphStyle,
  run,
  table,
} from '../../../support/make-docx'
import { randomFrom } from '../../../support/random'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const parts = {
  styles: paragraphStyle(
    'A',
    '<w:basedOn w:val="B"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>',
  ),
  numbering: numbering(['decimal', '%1.'], ['lowerLetter', '%2)']),
  footnotes: footnote(2, 'ghi chú'),
  comments: `<w:comment w:id="1" w:author="A">${paragraph('ý kiến')}</w:comment>`,
}
const body =
  paragraph(
    run('một', '<w:i/><w:sz w:val="28"/>') + footnoteReference(2),
    `<w:pStyle w:val="A"/>${inList(1)}`,
  ) +
  table([
    [cell('a', '<w:gridSpan w:val="2"/>'), cell('b', '<w:vMerge w:val="restart"/>')],
    [cell('c'), cell('', '<w:vMerge/>')],
  ]) +
  paragraph(
    `<w:ins w:author="A">${run('thêm')}</w:ins><w:r><w:br w:type="page"/><w:fldChar w:fldCharType="begin"/></w:r>`,
  ) +
  `<w:sdt><w:sdtContent>${paragraph('<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>')}</w:sdtContent></w:sdt>`

const names = Array.from(new Set((body + Object.values(parts).join('')).match(/(?<=<)[a-z]+:\w+/g)))

/** Well-formed still, but elements stand where they do not belong and values make no sense. */
function disturb(xml: string, random: () => number): string {
  const victim = () => names[Math.floor(random() * names.length)] ?? ''
  const [from, to] = [victim(), victim()]
  const renamed = random() < 0.6 ? xml.replace(new RegExp(`(</?)${from}(?=[ />])`, 'g'), `$1${to}`) : xml
  return renamed.replace(/="([^"]*)"/g, (whole, value: string) => {
    if (value.includes(':') || random() > 0.1) return whole
    return ['=""', '="-1"', '="99999999999"', '="x"', '="NaN"'][Math.floor(random() * 5)] ?? whole
  })
}

test('reads or refuses whatever nonsense a well-formed file holds, and never breaks', async () => {
  const random = randomFrom(11)
  let read = 0
  for (let round = 0; round < 60; round++) {
    const bytes = await makeDocx({
      body: disturb(body, random),
      styles: disturb(parts.styles, random),
      numbering: disturb(parts.numbering, random),
      footnotes: disturb(parts.footnotes, random),
      comments: disturb(parts.comments, random),
    })
    await readDocx(bytes).then(
      () => read++,
      (error: unknown) => expect(error).toBeInstanceOf(Failure),
    )
  }
  expect(read).toBeGreaterThan(40)
})

test('reads or refuses a file with damaged bytes, and never breaks', async () => {
  const random = randomFrom(5)
  const sound = await makeDocx({ body, ...parts })
  for (let round = 0; round < 80; round++) {
    const bytes = sound.slice()
    for (let change = 0; change < 5; change++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    await readDocx(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Failure))
  }
})

test('refuses XML that is not closed, in Vietnamese', async () => {
  const broken = makeDocx({ body: '', files: { 'word/document.xml': `<w:document ${w}><w:body><w:p>` } })
  await expect(readDocx(await broken)).rejects.toThrow('bị hỏng hoặc bị cắt cụt')
})
