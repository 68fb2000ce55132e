import type { Node } from 'prosemirror-model'
import { noteRefsIn } from '../numbering/number-notes'
import type { BlockId, NoteId } from '../report/ids'
import { blockIdOf, isHeading, isIndicatorTable, isOptions, optionsIdOf, tableIdOf } from '../report/nodes'
import { wordsOf } from '../report/text-blocks'
import { plainSpaces } from '../util/text'
import type { Content } from './content'
import type { Item } from './item'

/** Blocks of a content with where each stands. */
export interface Blocks {
  readonly content: Content
  readonly items: readonly Item[]
  /** The innermost section of each block. */
  readonly sections: readonly (BlockId | null)[]
  /** Notes in the order of their marks, each with the place of the block that shows it first. */
  readonly notes: ReadonlyMap<NoteId, number>
}

export function blocksOfContent(content: Content): Blocks {
  let section: BlockId | null = null
  const sections: (BlockId | null)[] = []
  const notes = new Map<NoteId, number>()
  const items = content.blocks.map((block, index): Item => {
    if (isHeading(block)) section = blockIdOf(block)
    sections.push(section)
    for (const note of noteRefsIn(block)) if (!notes.has(note)) notes.set(note, index)
    return {
      id: blockIdOf(block),
      kind: block.isTextblock ? 'text' : block.type.name,
      weight: block.content.size,
      text: () => textOfBlock(block, content),
    }
  })
  return { content, items, sections, notes }
}

/** Everything a block shows, as one text. */
export function textOfBlock(block: Node, { indicators, options }: Content): string {
  if (block.isTextblock) return wordsOf(block)
  if (isIndicatorTable(block)) {
    const table = indicators.get(tableIdOf(block))
    return [table?.title ?? '', ...(table?.rows ?? []).map(({ name }) => name)].join('\n').trim()
  }
  if (isOptions(block)) {
    const found = options.get(optionsIdOf(block))
    return (found?.wordings ?? []).map(({ body }) => textOfNote(body)).join('\n')
  }
  return textOfNote(block)
}

/** The words of a note, a wording, a cell. */
export function textOfNote(node: Node | undefined): string {
  const lines: string[] = []
  node?.descendants(block => {
    if (block.isTextblock) lines.push(wordsOf(block))
    return !block.isTextblock
  })
  return plainSpaces(lines.join('\n')).trim()
}
