import type { Node, ResolvedPos } from 'prosemirror-model'
import { NodeSelection, type EditorState } from 'prosemirror-state'

/** In a report: report > sheet > block. */
const blockDepth = 2

export interface BlockAt {
  readonly node: Node
  /** Positions before and behind the block. */
  readonly from: number
  readonly to: number
}

/** The block of the report's flow that a position stands in or right before; undefined where there is none. */
export function blockAt($pos: ResolvedPos): BlockAt | undefined {
  if ($pos.depth >= blockDepth)
    return { node: $pos.node(blockDepth), from: $pos.before(blockDepth), to: $pos.after(blockDepth) }
  const after = $pos.depth === blockDepth - 1 ? $pos.nodeAfter : null
  return after ? { node: after, from: $pos.pos, to: $pos.pos + after.nodeSize } : undefined
}

/** The block of the flow that the caret stands in, or that is chosen; the last one it could mean at an edge. */
export function blockHere({ selection, doc }: EditorState): BlockAt | undefined {
  const $pos =
    selection instanceof NodeSelection && selection.node.isBlock ? selection.$from : selection.$head
  const block = blockAt($pos)
  if (block) return block
  const before = $pos.depth === blockDepth - 1 ? $pos.nodeBefore : doc.lastChild?.lastChild
  const end = $pos.depth === blockDepth - 1 ? $pos.pos : doc.content.size - 1
  return before ? around(before, end - before.nodeSize) : undefined
}

/** The block before or behind another in the flow, in whatever sheet it stands. */
export function blockBeside(text: Node, block: BlockAt, side: -1 | 1): BlockAt | undefined {
  const $edge = text.resolve(side < 0 ? block.from : block.to)
  const beside = side < 0 ? $edge.nodeBefore : $edge.nodeAfter
  if (beside) return around(beside, side < 0 ? block.from - beside.nodeSize : block.to)
  for (let index = $edge.index(0) + side; index >= 0 && index < text.childCount; index += side) {
    const sheet = text.child(index)
    const found = side < 0 ? sheet.lastChild : sheet.firstChild
    if (!found) continue
    const start = $edge.posAtIndex(index, 0) + 1
    return around(found, side < 0 ? start + sheet.content.size - found.nodeSize : start)
  }
  return undefined
}

const around = (node: Node, from: number): BlockAt => ({ node, from, to: from + node.nodeSize })
