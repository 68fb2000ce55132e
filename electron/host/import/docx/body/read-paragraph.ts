import type { SourceBlock, SourceParagraph } from '../../../../../shared/import/source'
import { paragraphTraits, type ParagraphTraits } from '../styles/paragraph-traits'
import { childOf, childrenOf, valueOf, type XmlElement } from '../xml/element'
import { changeLog, type ChangeLog } from './changes'
import { type InlinePiece, type InlineWriter, inlineWriter } from './inline-writer'
import type { ParagraphScope } from './paragraph-scope'
import { readInlines } from './read-inlines'
import { countParagraph, placeOf, type ReadBlocks, type Reading } from './reading'

/** A paragraph whose end mark was deleted: it goes on in the next one of the same container. */
export interface Carry {
  readonly writer: InlineWriter
  readonly paragraph: Omit<SourceParagraph, 'inlines'>
}

/** Reads a `w:p`: the paragraph, then the text boxes anchored in it. `carry` is what goes on into this paragraph. */
export function readParagraph(
  reading: Reading,
  element: XmlElement,
  carry: Carry | null,
  readBlocks: ReadBlocks,
): { readonly blocks: SourceBlock[]; readonly carry: Carry | null } {
  countParagraph(reading, element)
  const properties = childOf(element, 'pPr')
  const traits = paragraphTraits(reading.styles, properties)
  const writer = carry?.writer ?? inlineWriter()
  const changes = changeLog()
  const scope: ParagraphScope = {
    ...{ reading, writer, changes, styles: traits.styles, href: undefined, boxes: [], readBlocks },
    place: () => placeOf(reading),
  }
  const joins = writer.pieces.length > 0
  const isPending = reading.pageBreakPending
  reading.pageBreakPending = false
  readInlines(scope, element)
  reading.fields.endParagraph()
  const markDeleted = noteMarkChanges(reading, properties, changes)
  reading.paragraph = element
  changes.report(reading)
  reading.revisions.within(scope.place, wordsOf(writer.pieces))
  noteSection(reading, properties)
  if (markDeleted && writer.pieces.length === 0) {
    // Of a paragraph that is gone altogether nothing is left, neither its number nor its format.
    reading.pageBreakPending ||= isPending
    return { blocks: scope.boxes, carry: null }
  }
  // What is joined to the paragraph before it has no number of its own.
  const number = joins ? undefined : reading.counter.next(properties, traits.styles)
  const breakBefore = isPending || traits.pageBreakBefore
  const begins = takePageBreaks(reading, writer.pieces)
  const paragraph = carry?.paragraph ?? {
    kind: 'paragraph',
    ...(number !== undefined && { number }),
    ...statedTraits(traits),
    ...((breakBefore || begins) && { pageBreakBefore: true }),
  }
  if (markDeleted) return { blocks: scope.boxes, carry: { writer, paragraph } }
  return { blocks: [finishParagraph(reading, { writer, paragraph }), ...scope.boxes], carry: null }
}

export function finishParagraph(reading: Reading, { writer, paragraph }: Carry): SourceParagraph {
  const { size, pieces } = writer
  return { ...paragraph, inlines: reading.legacy.finish(pieces), ...(size !== undefined && { size }) }
}

const statedTraits = ({ align, styleDepth, tocEntry }: ParagraphTraits) => ({
  ...(align && { align }),
  ...(styleDepth !== undefined && { styleDepth }),
  ...(tocEntry && { tocEntry }),
})

/** A page break in front belongs to this paragraph, one at the end to the next; between texts it ends a line. */
function takePageBreaks(reading: Reading, pieces: InlinePiece[]): boolean {
  let begins = false
  while (pieces[0]?.kind === 'page-break') {
    pieces.shift()
    begins = true
  }
  while (pieces.at(-1)?.kind === 'page-break') {
    pieces.pop()
    reading.pageBreakPending = true
  }
  return begins
}

/** Tracked changes of the paragraph itself; returns whether its end mark is deleted. */
function noteMarkChanges(reading: Reading, properties: XmlElement | undefined, changes: ChangeLog): boolean {
  const mark = childOf(properties, 'rPr')
  const author = (element: XmlElement | undefined) => (element?.attributes['author'] ?? '').normalize('NFC')
  const inserted = childOf(mark, 'ins') ?? childOf(mark, 'moveTo')
  const deleted = childOf(mark, 'del') ?? childOf(mark, 'moveFrom')
  const formatted =
    childOf(properties, 'pPrChange') ??
    childOf(mark, 'rPrChange') ??
    childOf(childOf(properties, 'numPr'), 'ins')
  const tell = (kind: MarkKind, change: XmlElement | undefined): void => {
    if (!change) return
    changes.mark(kind, author(change))
    reading.revisions.add(revisionOfMark[kind], change, '')
  }
  tell('markInserted', inserted)
  tell('markDeleted', deleted)
  tell('formatted', formatted)
  return deleted !== undefined
}

const revisionOfMark = {
  markInserted: 'paragraph-inserted',
  markDeleted: 'paragraph-deleted',
  formatted: 'formatted',
} as const
type MarkKind = keyof typeof revisionOfMark

const wordsOf = (pieces: readonly InlinePiece[]): string =>
  pieces.map(piece => (piece.kind === 'text' ? piece.text : ' ')).join('')

/** A paragraph may end a section: the next begins a page, unless stated otherwise. */
function noteSection(reading: Reading, properties: XmlElement | undefined): void {
  const section = childOf(properties, 'sectPr')
  if (!section) return
  noteHeaders(reading, section)
  if (valueOf(section, 'type') !== 'continuous') reading.pageBreakPending = true
}

/** Remembers the headers and footers that a section shows. */
export function noteHeaders(reading: Reading, section: XmlElement): void {
  for (const name of ['headerReference', 'footerReference'])
    for (const { attributes } of childrenOf(section, name)) {
      const target = reading.relationships.get(attributes['r:id'] ?? '')
      if (target && !target.external) reading.headerParts.add(target.target)
    }
}
