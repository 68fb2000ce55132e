import { ZipFile } from 'yazl'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const namespaces = [
  `xmlns:w="${w}"`,
  `xmlns:r="${r}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

/** The inside of each part, as XML with the usual prefixes (w, r, mc, m, v, wp, a, wps). */
export interface DocxParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  /** Name without folder and ending ("header1") → inside of `w:hdr` or `w:ftr`; relationship id = name. */
  readonly headers?: Readonly<Record<string, string>>
  /** External links: relationship id → address. */
  readonly links?: Readonly<Record<string, string>>
  readonly title?: string
  readonly author?: string
  /** Any other part, or one to take the place of a part made from the above: path in the zip → content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const part = (root: string, inside: string) => `${declaration}<w:${root} ${namespaces}>${inside}</w:${root}>`
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${r}/${type}" Target="${target}"${mode}/>`
const relations = (inside: string) =>
  `${declaration}<Relationships xmlns="${packageRels}">${inside}</Relationships>`

const partRoots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
}

/** A small Word file, as bytes. */
export function makeDocx(parts: DocxParts): Promise<Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  let rels = ''
  for (const [name, root] of Object.entries(partRoots)) {
    const inside = parts[name as keyof typeof partRoots]
    if (inside === undefined) continue
    files[`word/${name}.xml`] = part(root, inside)
    rels += relation(name, name, `${name}.xml`)
  }
  for (const [name, inside] of Object.entries(parts.headers ?? {})) {
    const header = name.startsWith('header')
    files[`word/${name}.xml`] = part(header ? 'hdr' : 'ftr', inside)
    rels += relation(name, header ? 'header' : 'footer', `${name}.xml`)
  }
  for (const [id, address] of Object.entries(parts.links ?? {}))
    rels += relation(id, 'hyperlink', escapeXml(address), ' TargetMode="External"')
  files['word/document.xml'] = part('document', `<w:body>${parts.body}</w:body>`)
  files['word/_rels/document.xml.rels'] = relations(rels)
  files['_rels/.rels'] = relations(
    relation('main', 'officeDocument', 'word/document.xml') +
      relation('core', 'metadata/core-properties', 'docProps/core.xml'),
  )
  files['[Content_Types].xml'] = contentTypes(Object.keys(files))
  files['docProps/core.xml'] = coreProperties(parts)
  return zip({ ...files, ...parts.files })
}

/** Files in a zip, as bytes. */
export async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = new ZipFile()
  for (const [path, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), path)
  archive.end()
  const chunks: Buffer[] = []
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A run; `properties` is the inside of `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** A paragraph; plain text becomes one run, text that begins with "<" is taken as XML; `properties` is the inside of `w:pPr`. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : run(content)}</w:p>`

/** A cell; plain text becomes one paragraph; `properties` is the inside of `w:tcPr`. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : paragraph(content)}</w:tc>`

/** Rows of cells (made by `cell`); `properties` is the inside of `w:tblPr`, `grid` the column widths in twips. */
export const table = (
  rows: readonly (readonly string[])[],
  properties = '',
  grid: readonly number[] = [],
): string =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
  `${rows.map(cells => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

export const footnoteReference = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

/** A footnote for the part `footnotes`. */
export const footnote = (id: number, text: string): string =>
  `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`

/** One abstract list with id 1 and a list with id 1; a level is [format, text] and begins at 1. */
export const numbering = (...levels: readonly (readonly [string, string])[]): string =>
  `<w:abstractNum w:abstractNumId="1">${levels
    .map(
      ([format, text], index) =>
        `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`

/** Paragraph property: item of list `list` at level `level`. */
export const inList = (level = 0, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

/** A paragraph style; `properties` is the inside of `w:style`. */
export const paragraphStyle = (id: string, properties: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${properties}</w:style>`

function contentTypes(paths: readonly string[]): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const overrides = paths
    .filter(path => path.startsWith('word/') && path.endsWith('.xml'))
    .map(path => {
      const kind = /\/([a-z]+)\d*\.xml$/.exec(path)?.[1] ?? ''
      return `<Override PartName="/${path}" ContentType="${main}.${kind === 'document' ? 'document.main' : kind}+xml"/>`
    })
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  )
}

const coreProperties = ({ title = '', author = '' }: DocxParts) =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`
