import { ZipFile } from 'yazl'
import type { Piece, SampleBlock } from './read-source'
import { escapeXml } from '../make-docx'
import { fieldOf, notesOf } from './sample-text'
import { typeNumbers, typeRowNumbers } from './typed-numbers'

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const root = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relation}"`
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/**
 * The sample as an office types it: no styles, numbers by hand, bold for headings, the first page's heading in
 * a table without lines, real footnotes. The inside of the package: path → XML.
 */
export function sampleParts(blocks: readonly SampleBlock[]): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${root}><w:body>${bodyOf(blocks)}${pages}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      ...['styles', 'footnotes', 'header'].map((type): [string, string] => [type, `${type}.xml`]),
    ),
    'word/styles.xml': `<w:styles ${root}>${defaults}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${root}>${separators}${notesOf(blocks).map(footnote).join('')}</w:footnotes>`,
    'word/header.xml': `<w:hdr ${root}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
  }
  return Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, declaration + xml]))
}

/** The package as bytes, the same on every computer and at any time of the year. */
export async function sampleDocx(blocks: readonly SampleBlock[]): Promise<Buffer> {
  const archive = new ZipFile()
  // A DOS time has no time zone, so a local one gives the same bytes everywhere.
  const options = { mtime: new Date(2020, 1, 18, 8), forceDosTimestamp: true, mode: 0o100644 }
  for (const [path, xml] of Object.entries(sampleParts(blocks)))
    archive.addBuffer(Buffer.from(xml), path, options)
  archive.end()
  const chunks: Buffer[] = []
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function bodyOf(blocks: readonly SampleBlock[]): string {
  const numbers = typeNumbers(blocks)
  let note = 0
  const inline = (piece: Piece): string =>
    'note' in piece
      ? `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${++note}"/></w:r>`
      : run(piece.words)
  const body = blocks.map((block, index) => {
    if (block.kind === 'heading') return headingXml(block.level, numbers[index]!, block.lines)
    if ('pieces' in block)
      return paragraph(run(numbers[index]!) + block.pieces.map(inline).join(''), bodySetting)
    return ''
  })
  return frontXml(blocks) + body.join('') + paragraph('', '') + indicatorTable(blocks)
}

function headingXml(level: number, number: string, lines: readonly string[]): string {
  if (level === 1) return [number, ...lines].map(line => paragraph(run(line, '<w:b/>'), centred)).join('')
  const breaks = lines.map(line => run(line, '<w:b/>')).join('<w:r><w:br/></w:r>')
  return paragraph(run(number, '<w:b/>') + breaks, indented)
}

function frontXml(blocks: readonly SampleBlock[]): string {
  const field = (name: string) => fieldOf(blocks, name)
  const left = [
    ...field('superiorBody').map(line => paragraph(run(line), centred)),
    ...field('issuingBody').map(line => paragraph(run(line, '<w:b/>'), centred)),
    paragraph(run('*', '<w:b/>'), centred),
    paragraph(run(`Dự thảo lần ${field('draftNumber').join('')}`, '<w:i/>'), centred),
  ]
  const right = [
    paragraph(run('ĐẢNG CỘNG SẢN VIỆT NAM', '<w:b/><w:sz w:val="30"/><w:u w:val="single"/>'), centred),
    paragraph(run(`${field('place').join('')}, ${field('date').join('')}`, '<w:i/>'), centred),
  ]
  return [
    table([4252, 5103], [row([left.join(''), right.join('')])], 'nil'),
    paragraph('', ''),
    ...field('type').map(line => paragraph(run(line, '<w:b/><w:sz w:val="32"/>'), centred)),
    ...field('title').map(line => paragraph(run(line, '<w:b/>'), centred)),
    paragraph(run('-----'), centred),
  ].join('')
}

const columns = [
  'TT',
  'Chỉ tiêu',
  'Đơn vị tính',
  'Kết quả năm 2015',
  'Mục tiêu Đại hội XVIII',
  'Kết quả thực hiện đến nay',
  'Ghi chú',
]
const widths = [600, 3000, 1050, 1050, 1150, 1150, 1355]

function indicatorTable(blocks: readonly SampleBlock[]): string {
  const rows = blocks.filter(block => block.kind === 'row')
  const numbers = typeRowNumbers(rows)
  const head = row(
    columns.map(title => paragraph(run(title, '<w:b/><w:sz w:val="24"/>'), centred)),
    '<w:tblHeader/>',
  )
  const body = rows.map(({ row: kind, cells }, index) => {
    const bold = kind === 'A' || kind === 'R' ? '<w:b/>' : ''
    return row([numbers[index]!, ...cells].map((cell, column) => cellXml(cell, bold, column)))
  })
  return table(widths, [head, ...body], 'single') + paragraph('', '')
}

const cellXml = (text: string, bold: string, column: number): string =>
  paragraph(text ? run(text, `${bold}<w:sz w:val="24"/>`) : '', column === 1 ? '' : centred)

const centred = '<w:jc w:val="center"/>'
const indented = '<w:spacing w:before="120" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="567"/>'
const bodySetting = `${indented}<w:jc w:val="both"/>`

const run = (text: string, properties = ''): string =>
  text &&
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

const paragraph = (content: string, properties: string): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map(cell => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`

function table(grid: readonly number[], rows: readonly string[], line: 'nil' | 'single'): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    side => `<w:${side} w:val="${line}"${line === 'single' ? ' w:sz="4" w:space="0" w:color="auto"' : ''}/>`,
  )
  const total = grid.reduce((sum, width) => sum + width, 0)
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${grid.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  )
}

const footnote = (text: string, index: number): string =>
  `<w:footnote w:id="${index + 1}"><w:p><w:pPr><w:jc w:val="both"/></w:pPr>` +
  `<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">(</w:t></w:r>` +
  `<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:footnoteRef/></w:r>${run(`) ${text}`, '<w:sz w:val="20"/>')}</w:p></w:footnote>`

const separators = ['separator', 'continuationSeparator']
  .map(
    (kind, index) =>
      `<w:footnote w:type="${kind}" w:id="${index - 1}"><w:p><w:r><w:${kind}/></w:r></w:p></w:footnote>`,
  )
  .join('')

const font =
  '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`

const pages =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'

const relations = (...targets: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${relation}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['footnotes', 'footnotes'],
  ['header', 'header'],
]
  .map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${types}.${type}+xml"/>`)
  .join('')}</Types>`
