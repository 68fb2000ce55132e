import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import type { Level } from '../../../shared/report/levels'
import { blockIdOf, isHeading, isParagraph, levelOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'

/** Makes the selected blocks headings of that level; null makes them plain paragraphs. */
export const setLevel =
  (level: Level | null): Command =>
  (state, dispatch) => {
    const blocks = selectedTextBlocks(state).filter(({ node }) => !isAlready(node, level))
    if (blocks.length === 0) return false
    const { tr } = state
    for (const { node, pos } of blocks) {
      // A heading that only changes its level stays the same shared element; nobody's typing is disturbed.
      if (level && isHeading(node)) tr.setNodeAttribute(pos, 'level', level)
      else tr.setNodeMarkup(pos, schema.nodes[level ? 'heading' : 'paragraph'], asBlock(node, level))
    }
    dispatch?.(tr.scrollIntoView())
    return true
  }

const isAlready = (node: Node, level: Level | null): boolean =>
  level === null
    ? isParagraph(node) && node.attrs['list'] === 'none'
    : isHeading(node) && levelOf(node) === level

const asBlock = (node: Node, level: Level | null) =>
  level ? { id: blockIdOf(node), level } : { id: blockIdOf(node) }

export interface SelectedBlock {
  readonly node: Node
  readonly pos: number
}

/** The headings and paragraphs of the flow that the selection touches; blocks inside tables are not of the flow. */
export function selectedTextBlocks(state: EditorState): SelectedBlock[] {
  const found: SelectedBlock[] = []
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, (node, pos, parent) => {
    if (node.isTextblock && parent?.type.name === 'sheet') found.push({ node, pos })
    return node.type.name === 'sheet'
  })
  return found
}
