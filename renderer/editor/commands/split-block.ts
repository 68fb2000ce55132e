import type { Node } from 'prosemirror-model'
import { NodeSelection, type Command } from 'prosemirror-state'
import { isHeading, isParagraph, listOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { paragraphHere } from '../plugins/write-anywhere'

/** Enter. */
export const splitBlock: Command = (state, dispatch) => {
  if (state.selection instanceof NodeSelection || !state.selection.$from.parent.isTextblock) {
    const tr = paragraphHere(state)
    if (tr) dispatch?.(tr.scrollIntoView())
    return tr !== null
  }
  const { tr } = state
  if (!state.selection.empty) tr.deleteSelection()
  const { $from } = tr.selection
  const block = $from.parent
  if (!block.isTextblock) return false
  if (isParagraph(block) && listOf(block) !== 'none' && block.content.size === 0)
    tr.setNodeAttribute($from.before(), 'list', 'none').setNodeAttribute($from.before(), 'start', null)
  else if (isHeading(block) && $from.parentOffset === 0 && block.content.size > 0)
    // An empty heading above would take a number; what is wanted there is room to write.
    tr.insert($from.before(), schema.node('paragraph'))
  else tr.split($from.pos, 1, [behind(block, $from.parentOffset)])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** What the second half becomes: after a whole heading a paragraph, otherwise more of the same. */
function behind(block: Node, offset: number) {
  const isEnd = offset === block.content.size
  const type = schema.nodes[isHeading(block) && isEnd ? 'paragraph' : block.type.name]
  if (!type) throw new RangeError(`No such block: ${block.type.name}`)
  const kept =
    block.type === type ? { ...block.attrs, ...('start' in block.attrs ? { start: null } : {}) } : {}
  // At the very start it is the first half that is new: plugins/block-ids lets the words keep their id.
  return { type, attrs: kept }
}

/** Shift+Enter. */
export const insertBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes['hard_break']
  if (!type || !state.selection.$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(type.create(), true).scrollIntoView())
  return true
}
