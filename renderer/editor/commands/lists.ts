import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { blockIdOf, isParagraph, listOf, listStartOf } from '../../../shared/report/nodes'
import type { List } from '../../../shared/report/lists'
import { schema } from '../../../shared/report/schema'
import type { SelectedBlock } from './set-level'

/** Makes the selected paragraphs items of that list; if they all are already, plain paragraphs again. */
export const toggleList =
  (list: Exclude<List, 'none'>): Command =>
  (state, dispatch) => {
    const blocks = paragraphsAndHeadings(state)
    if (blocks.length === 0) return false
    const isOn = blocks.every(({ node }) => isParagraph(node) && listOf(node) === list)
    const { tr } = state
    for (const { node, pos } of blocks) {
      if (!isParagraph(node)) tr.setNodeMarkup(pos, schema.nodes['paragraph'], { id: blockIdOf(node), list })
      else {
        tr.setNodeAttribute(pos, 'list', isOn ? 'none' : list)
        if (listStartOf(node) !== null) tr.setNodeAttribute(pos, 'start', null)
      }
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** Starts the list again at the number given; null lets it run on. */
export const restartList =
  (start: number | null): Command =>
  (state, dispatch) => {
    const item = paragraphsAndHeadings(state).find(({ node }) => isCounted(node))
    if (!item || listStartOf(item.node) === start) return false
    dispatch?.(state.tr.setNodeAttribute(item.pos, 'start', start))
    return true
  }

const isCounted = (node: Node): boolean => isParagraph(node) && !['none', 'bullet'].includes(listOf(node))

/** Also those in the cells of a table. */
function paragraphsAndHeadings(state: EditorState): SelectedBlock[] {
  const found: SelectedBlock[] = []
  for (const { $from, $to } of state.selection.ranges)
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.isTextblock) found.push({ node, pos })
      return !node.isTextblock
    })
  return found
}
