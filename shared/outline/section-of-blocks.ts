import type { Node } from 'prosemirror-model'
import type { BlockId, NoteId } from '../report/ids'
import { blockIdOf, forEachBlock, isHeading } from '../report/nodes'
import { noteRefsIn } from '../numbering/number-notes'

/** The innermost section that each block stands in. Blocks before the first heading are absent. */
export function sectionOfBlocks(text: Node): ReadonlyMap<BlockId, BlockId> {
  const sections = new Map<BlockId, BlockId>()
  let section: BlockId | undefined
  forEachBlock(text, block => {
    if (isHeading(block)) section = blockIdOf(block)
    if (section !== undefined) sections.set(blockIdOf(block), section)
  })
  return sections
}

/** The innermost section in which each note is first referred to. */
export function sectionOfNotes(text: Node): ReadonlyMap<NoteId, BlockId> {
  const sections = new Map<NoteId, BlockId>()
  let section: BlockId | undefined
  forEachBlock(text, block => {
    if (isHeading(block)) section = blockIdOf(block)
    if (section === undefined) return
    for (const id of noteRefsIn(block)) if (!sections.has(id)) sections.set(id, section)
  })
  return sections
}
