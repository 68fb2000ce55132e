import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from 'prosemirror-state'
import { blockIdOf, isHeading, isParagraph, isTable, listOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { blockAt, blockBeside, type BlockAt } from '../queries/block-at'

/*
 * Backspace and Delete at the edge of a block. ProseMirror's own joins look at parents, and at the edge of a
 * sheet they would join the sheets; these look at the flow of blocks and touch two blocks only.
 */

/** Backspace at the start of a list item or heading makes it a plain paragraph first, as in Word. */
export const plainFirst: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const block = $from.parent
  if (
    !empty ||
    $from.parentOffset > 0 ||
    !(isHeading(block) || (isParagraph(block) && listOf(block) !== 'none'))
  )
    return false
  const tr = state.tr
  if (isHeading(block)) tr.setNodeMarkup($from.before(), schema.nodes['paragraph'], { id: blockIdOf(block) })
  else tr.setNodeAttribute($from.before(), 'list', 'none').setNodeAttribute($from.before(), 'start', null)
  dispatch?.(tr.scrollIntoView())
  return true
}

export const mergeBackward: Command = (state, dispatch) => {
  const block = edgeBlock(state, -1)
  const before = block && blockBeside(state.doc, block, -1)
  if (!block) return false
  // At the start of the report there is nothing to join; ProseMirror must not try.
  if (before) dispatch?.(merged(state, before, block, -1).scrollIntoView())
  return true
}

export const mergeForward: Command = (state, dispatch) => {
  const block = edgeBlock(state, 1)
  const behind = block && blockBeside(state.doc, block, 1)
  if (!block) return false
  if (behind) dispatch?.(merged(state, block, behind, 1).scrollIntoView())
  return true
}

/** The block of the flow at whose start (-1) or end (1) a bare caret stands. */
function edgeBlock(state: EditorState, side: -1 | 1): BlockAt | undefined {
  const { $from, empty } = state.selection
  if (!(state.selection instanceof TextSelection) || !empty || $from.depth !== 2) return undefined
  const isEdge = side < 0 ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
  return isEdge ? blockAt($from) : undefined
}

function merged(state: EditorState, first: BlockAt, second: BlockAt, side: -1 | 1): Transaction {
  const { tr } = state
  const near = side < 0 ? second : first
  const far = side < 0 ? first : second
  if (!far.node.isTextblock) return besideObject(tr, near, far, side)
  // An empty block goes rather than lend its id to the words of its neighbour.
  if (first.node.content.size === 0) return caretIn(remove(tr, first), tr.mapping.map(second.from + 1))
  tr.insert(first.to - 1, second.node.content)
  remove(tr, { node: second.node, from: tr.mapping.map(second.from), to: tr.mapping.map(second.to) })
  return caretIn(tr, first.to - 1)
}

/** Next to a table or another object: an empty paragraph goes, otherwise the object is chosen. */
function besideObject(tr: Transaction, near: BlockAt, far: BlockAt, side: -1 | 1): Transaction {
  if (near.node.content.size === 0) remove(tr, near)
  const pos = tr.mapping.map(far.from)
  if (!isTable(far.node)) return tr.setSelection(NodeSelection.create(tr.doc, pos))
  const inside = tr.doc.resolve(side < 0 ? pos + far.node.nodeSize - 1 : pos + 1)
  return tr.setSelection(Selection.findFrom(inside, side, true) ?? Selection.near(inside, side))
}

/** Takes a block away, with its sheet if it was the last one there. */
function remove(tr: Transaction, block: BlockAt): Transaction {
  const $block = tr.doc.resolve(block.from)
  return $block.parent.childCount === 1
    ? tr.delete($block.before(), $block.after())
    : tr.delete(block.from, block.to)
}

const caretIn = (tr: Transaction, pos: number): Transaction =>
  tr.setSelection(TextSelection.create(tr.doc, pos))
