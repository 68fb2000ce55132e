import { Document, Header, Packer, PageNumber, Paragraph, Table, TextRun, type FileChild } from 'docx'
import type { PrintBlock, PrintDocument } from '../../../../shared/print/print-document'
import type { Profile } from '../../../../shared/print/profile'
import { front, signatureTable } from './front'
import { NativeLists, SectionCounter } from './native-lists'
import { addNotes } from './note-part'
import { numbering } from './numbering'
import { heading, paragraph, type WordContext } from './paragraphs'
import { coreProperties, withoutTimes } from './same-bytes'
import { pageNumberStyle } from './style-ids'
import { styles } from './styles'
import { gap, generalTable, indicatorTable } from './tables'
import { twips } from './units'

/** The report as a Word file. The same report gives the same bytes. */
export async function writeDocx(print: PrintDocument): Promise<Uint8Array> {
  const { profile } = print
  const context: WordContext = {
    profile,
    sections: new SectionCounter(),
    lists: new NativeLists(),
    notes: [],
    links: { count: 0 },
  }
  const children = apart([
    ...front(print),
    ...print.blocks.flatMap(block => wordBlocks(block, context)),
    ...(print.signature ? signatureTable(print.signature, profile) : []),
  ])
  const document = wordDocument(profile, numbering(print, context.lists.definitions), children)
  addNotes(document, context.notes, profile, context)
  return packed(document, print)
}

/** A document with the profile's page, styles and headers. */
export const wordDocument = (
  profile: Profile,
  lists: ReturnType<typeof numbering>,
  children: readonly FileChild[],
): Document =>
  new Document({
    styles: styles(profile),
    numbering: lists,
    // A line that ends with a typed line break is not stretched to the margin.
    compatibility: { version: 15, doNotExpandShiftReturn: true },
    sections: [{ properties: { titlePage: true, page: page(profile) }, headers: headers(), children }],
  })

/** The bytes of a document; equal documents have equal bytes. */
export const packed = async (
  document: Document,
  print: Pick<PrintDocument, 'properties'>,
): Promise<Uint8Array> =>
  withoutTimes(new Uint8Array(await Packer.toBuffer(document, undefined, [coreProperties(print)])))

function wordBlocks(block: PrintBlock, context: WordContext): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block, context)]
    case 'paragraph':
      return [paragraph(block, context)]
    case 'indicator_table':
      return indicatorTable(block)
    case 'table':
      return [gap(), generalTable(block, context)]
  }
}

/** Keeps tables from running into each other and the file from ending with one. */
function apart(blocks: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    return block instanceof Table && !(next instanceof Paragraph) ? [block, gap()] : [block]
  })
}

function page({ page }: Profile) {
  return {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      top: twips(page.top),
      bottom: twips(page.bottom),
      left: twips(page.left),
      right: twips(page.right),
      header: twips(page.headerDistance),
      footer: twips(page.headerDistance),
    },
  }
}

/** The first page has no number. */
const headers = () => ({
  first: new Header({ children: [new Paragraph({ style: pageNumberStyle })] }),
  default: new Header({
    children: [
      new Paragraph({ style: pageNumberStyle, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  }),
})
