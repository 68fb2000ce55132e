import type { Command } from 'prosemirror-state'
import type { BlockId } from '../../../shared/report/ids'
import { levelBeside } from '../../../shared/report/levels'
import { blockIdOf, forEachBlock, isHeading, levelOf } from '../../../shared/report/nodes'
import { sectionsOf } from '../../../shared/report/sections'
import { headingAt } from '../queries/section-at'

/**
 * Raises (-1) or lowers (1) a section with all its inner ones. Only `level` attributes change, so nobody's
 * typing is touched. Refused where a heading would leave the five levels: two levels would fall into one.
 */
export const shiftSection =
  (id: BlockId, step: -1 | 1): Command =>
  (state, dispatch) => {
    const section = sectionsOf(state.doc).find(({ heading }) => blockIdOf(heading) === id)
    if (!section) return false
    if (section.blocks.some(block => isHeading(block) && !levelBeside(levelOf(block), step))) return false
    const { tr } = state
    forEachBlock(state.doc, (block, pos) => {
      if (pos < section.from || pos >= section.to || !isHeading(block)) return
      tr.setNodeAttribute(pos, 'level', levelBeside(levelOf(block), step))
    })
    dispatch?.(tr.scrollIntoView())
    return true
  }

const shiftHere =
  (step: -1 | 1): Command =>
  (state, dispatch, view) => {
    const heading = headingAt(state.selection.$head)
    return heading !== undefined && shiftSection(blockIdOf(heading), step)(state, dispatch, view)
  }

/** The section at the caret, one level up or down. */
export const promote: Command = shiftHere(-1)
export const demote: Command = shiftHere(1)
