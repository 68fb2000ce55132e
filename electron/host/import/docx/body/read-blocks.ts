import type { SourceBlock } from '../../../../../shared/import/source'
import { chosenAlternative, type XmlElement } from '../xml/element'
import { places, warnings } from '../words'
import { plainText, quotable } from './plain-text'
import { type Carry, finishParagraph, noteHeaders, readParagraph } from './read-paragraph'
import { readTable } from './read-table'
import { type Reading, warn } from './reading'

/** Takes the blocks of one container in order, since a deleted paragraph end joins two of them. */
export interface BlockReader {
  readonly read: (element: XmlElement) => void
  /** All blocks; call once, after the last element. */
  end(): SourceBlock[]
}

export function blockReader(reading: Reading): BlockReader {
  const blocks: SourceBlock[] = []
  let carry: Carry | null = null
  const flush = () => {
    if (carry) blocks.push(finishParagraph(reading, carry))
    carry = null
  }
  const readAll = (elements: readonly XmlElement[]) => elements.forEach(read)
  const readers: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: element => {
      const result = readParagraph(reading, element, carry, readBlocks)
      blocks.push(...result.blocks)
      carry = result.carry
    },
    tbl: element => {
      flush()
      const table = readTable(reading, element, readBlocks)
      if (table.rows.length > 0) blocks.push(table)
    },
    AlternateContent: element => readAll(chosenAlternative(element)?.children ?? []),
    altChunk: () => warn(reading, 'alt-chunk', warnings.altChunk),
    sectPr: element => noteHeaders(reading, element),
    commentRangeStart: ({ attributes }) =>
      reading.comments.begin(attributes['id'] ?? '', () => places.paragraph(reading.paragraphs + 1, '')),
    commentRangeEnd: ({ attributes }) => reading.comments.end(attributes['id'] ?? ''),
    del: element => dropBlocks(reading, element),
    moveFrom: element => dropBlocks(reading, element),
    oMathPara: element => readers['p']?.({ ...element, name: 'p', children: [element] }),
  }
  const read = (element: XmlElement): void => {
    const reader = readers[element.name]
    if (reader) reader(element)
    // Content controls and custom XML are read through; sdtPr and the like hold no blocks.
    else if (!/Pr$/.test(element.name)) readAll(element.children)
  }
  return {
    read,
    end: () => {
      flush()
      return blocks
    },
  }
}

/** The blocks inside a cell, a note, a text box, a header. */
export function readBlocks(reading: Reading, container: XmlElement): SourceBlock[] {
  const reader = blockReader(reading)
  container.children.forEach(reader.read)
  return reader.end()
}

function dropBlocks(reading: Reading, element: XmlElement): void {
  const text = quotable(plainText(element))
  const author = (element.attributes['author'] ?? '').normalize('NFC')
  if (text) warn(reading, 'tracked-deletion', warnings.deleted(author, text))
}
