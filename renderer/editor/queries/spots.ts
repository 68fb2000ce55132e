import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Selection, TextSelection, type EditorState } from 'prosemirror-state'
import type { BlockId } from '../../../shared/report/ids'
import type { Spot, Visit } from '../place'
import { findBlock } from './find-block'

/** Where a position is, in words that outlive changes elsewhere. */
export function spotAt($pos: ResolvedPos): Spot {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const id = $pos.node(depth).attrs['id'] as BlockId | undefined
    if (id) return { blockId: id, offset: $pos.pos - $pos.start(depth) }
  }
  return { blockId: '', offset: $pos.pos }
}

/** The position of a spot in this text, as near as it still exists; null if its block is gone. */
export function positionOf(text: Node, { blockId, offset }: Spot): number | null {
  if (blockId === '') return Math.min(offset, text.content.size)
  const block = findBlock(text, blockId)
  return block && block.pos + 1 + Math.min(offset, block.node.content.size)
}

export const selectionSpots = ({ selection }: EditorState): NonNullable<Visit['selection']> => ({
  anchor: spotAt(selection.$anchor),
  head: spotAt(selection.$head),
})

/** The selection that those spots name, or one near it; null if its blocks are gone. */
export function selectionAt(text: Node, spots: NonNullable<Visit['selection']>): Selection | null {
  const anchor = positionOf(text, spots.anchor)
  const head = positionOf(text, spots.head)
  if (anchor === null && head === null) return null
  const from = text.resolve(anchor ?? head ?? 0)
  return TextSelection.between(from, text.resolve(head ?? anchor ?? 0))
}
