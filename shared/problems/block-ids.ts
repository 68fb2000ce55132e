import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import { blockIdOf, isNoteRef } from '../report/nodes'
import type { Report } from '../report/report'
import { wordsOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { problem, type Problem } from './problem'

/** Two blocks with one id cannot be told apart by approvals, comparison or links. */
export function blockIdProblems({ text }: Report): Problem[] {
  const seen = new Set<BlockId>()
  const doubled = new Map<BlockId, Node>()
  text.forEach(sheet => {
    for (const { id, block } of blocksIn(sheet)) {
      if (seen.has(id) && !doubled.has(id)) doubled.set(id, block)
      seen.add(id)
    }
  })
  return [...doubled].map(([id, block]) =>
    problem('duplicate-block', { kind: 'block', id }, wordsOf(block).slice(0, 80)),
  )
}

interface Identified {
  readonly id: BlockId
  readonly block: Node
}

const blocksIn = perObject((sheet: Node): readonly Identified[] => {
  const blocks: Identified[] = []
  sheet.descendants(block => {
    if (!block.isText && !isNoteRef(block) && block.attrs['id']) blocks.push({ id: blockIdOf(block), block })
    return !block.isTextblock
  })
  return blocks
})
