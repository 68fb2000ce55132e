import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import { blockIdOf, isNoteRef } from '../report/nodes'
import type { Report } from '../report/report'
import { perObject } from '../util/per-object'
import { problem, type Problem } from './problem'

/** Two blocks with one id cannot be told apart by approvals, comparison or links. */
export function blockIdProblems({ text }: Report): Problem[] {
  const seen = new Set<BlockId>()
  const doubled = new Set<BlockId>()
  text.forEach(sheet => {
    for (const id of idsIn(sheet)) {
      if (seen.has(id)) doubled.add(id)
      seen.add(id)
    }
  })
  return [...doubled].map(id => problem('duplicate-block', { kind: 'block', id }))
}

const idsIn = perObject((sheet: Node): readonly BlockId[] => {
  const ids: BlockId[] = []
  sheet.descendants(node => {
    if (!node.isText && !isNoteRef(node) && node.attrs['id']) ids.push(blockIdOf(node))
    return !node.isTextblock
  })
  return ids
})
