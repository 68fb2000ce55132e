import { TextSelection, type Command } from 'prosemirror-state'
import { newBlockId } from '../../../shared/report/ids'
import type { Level } from '../../../shared/report/levels'
import { levelOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { blockHere } from '../queries/block-at'
import { headingAt } from '../queries/section-at'

/** Puts an empty heading behind the block at the caret, of the level given or of the section's own. */
export const insertHeading =
  (level?: Level): Command =>
  (state, dispatch) => {
    const block = blockHere(state)
    if (!block) return false
    const here = headingAt(state.selection.$head)
    const heading = schema.node('heading', {
      id: newBlockId(),
      level: level ?? (here ? levelOf(here) : 'part'),
    })
    const tr = state.tr.insert(block.to, heading)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, block.to + 1)).scrollIntoView())
    return true
  }
