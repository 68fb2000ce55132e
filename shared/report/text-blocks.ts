import type { Node } from 'prosemirror-model'
import { perObject } from '../util/per-object'
import { isHeading } from './nodes'

/** A heading or paragraph, wherever it stands. `pos` is before it, in the report it was read from. */
export interface TextBlock {
  readonly block: Node
  readonly pos: number
}

/** Every heading and paragraph in reading order, those inside tables included. */
export function forEachTextBlock(text: Node, visit: (block: Node, pos: number) => void): void {
  text.forEach((sheet, sheetPos) => {
    for (const { block, pos } of textBlocksIn(sheet)) visit(block, sheetPos + 1 + pos)
  })
}

/** The headings of a report in order, found again only in sheets that changed. */
export function headingsOf(text: Node): readonly Node[] {
  const headings: Node[] = []
  text.forEach(sheet => headings.push(...headingsIn(sheet)))
  return headings
}

/** Stands in a block's plain text where a note's mark stands. */
export const noteRefSign = '\ufffc'

/**
 * The text of a heading or paragraph, one character for each position inside it: a break is "\n", a note's
 * mark is `noteRefSign`. So offset n of this text is position `pos + 1 + n` of the report.
 */
export const plainTextOf = perObject((block: Node): string =>
  block.textBetween(0, block.content.size, null, leaf =>
    leaf.type.name === 'hard_break' ? '\n' : noteRefSign,
  ),
)

/** What a person reads in a block: its text without marks of notes, breaks as spaces. */
export const wordsOf = (block: Node): string =>
  plainTextOf(block).replaceAll(noteRefSign, '').replace(/\s+/gu, ' ').trim()

const textBlocksIn = perObject((sheet: Node): readonly TextBlock[] => {
  const found: TextBlock[] = []
  sheet.descendants((block, pos) => {
    if (block.isTextblock) found.push({ block, pos })
    return !block.isTextblock
  })
  return found
})

const headingsIn = perObject((sheet: Node): readonly Node[] => {
  const headings: Node[] = []
  sheet.forEach(block => {
    if (isHeading(block)) headings.push(block)
  })
  return headings
})
