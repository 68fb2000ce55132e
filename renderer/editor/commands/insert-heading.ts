import { TextSelection, type Command } from 'prosemirror-state'
import { newBlockId, type BlockId } from '../../../shared/report/ids'
import { depthOf, levels, type Level } from '../../../shared/report/levels'
import { blockIdOf, blocksOf, levelOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { blockHere } from '../queries/block-at'
import { findBlock } from '../queries/find-block'
import { headingAt, sectionRun } from '../queries/section-at'

/** Puts an empty heading behind the block at the caret, of the level given or of the section's own. */
export const insertHeading =
  (level?: Level): Command =>
  (state, dispatch) => {
    const block = blockHere(state)
    if (!block) return false
    const here = headingAt(state.selection.$head)
    return headingBehind(block.to, level ?? (here ? levelOf(here) : 'part'))(state, dispatch)
  }

/** Puts an empty heading behind a whole section: of its level, or one deeper, which makes it the last one inside. */
export const addSection =
  (id: BlockId, deeper: 0 | 1): Command =>
  (state, dispatch) => {
    const blocks = blocksOf(state.doc)
    const run = sectionRun(blocks, id)
    const [heading, last] = run ? [blocks[run.first], blocks[run.end - 1]] : []
    const level = heading && levels[depthOf(levelOf(heading)) + deeper]
    const found = last && findBlock(state.doc, blockIdOf(last))
    if (!level || !found) return false
    return headingBehind(found.pos + found.node.nodeSize, level)(state, dispatch)
  }

const headingBehind =
  (pos: number, level: Level): Command =>
  (state, dispatch) => {
    const tr = state.tr.insert(pos, schema.node('heading', { id: newBlockId(), level }))
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView())
    return true
  }
