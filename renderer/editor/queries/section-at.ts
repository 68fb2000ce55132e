import type { Node, ResolvedPos } from 'prosemirror-model'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf } from '../../../shared/report/levels'
import { blockIdOf, isHeading, levelOf } from '../../../shared/report/nodes'

/** The heading of the innermost section that a position stands in; undefined before the first heading. */
export function headingAt($pos: ResolvedPos): Node | undefined {
  const text = $pos.node(0)
  const sheet = $pos.index(0)
  const within = $pos.depth > 0 ? $pos.index(1) : -1
  for (let index = Math.min(sheet, text.childCount - 1); index >= 0; index--) {
    const heading = lastHeadingIn(text.child(index), index === sheet ? within : Infinity)
    if (heading) return heading
  }
  return undefined
}

function lastHeadingIn(sheet: Node, upTo: number): Node | undefined {
  for (let index = Math.min(upTo, sheet.childCount - 1); index >= 0; index--)
    if (isHeading(sheet.child(index))) return sheet.child(index)
  return undefined
}

/** One section as a run of the report's blocks, counted through all sheets. */
export interface SectionRun {
  readonly first: number
  /** Index behind its last block. */
  readonly end: number
}

/** Where the section of that heading lies among the blocks; undefined if there is no such heading. */
export function sectionRun(blocks: readonly Node[], id: BlockId): SectionRun | undefined {
  const first = blocks.findIndex(block => isHeading(block) && blockIdOf(block) === id)
  const heading = blocks[first]
  if (!heading) return undefined
  const depth = depthOf(levelOf(heading))
  const next = blocks.findIndex(
    (block, index) => index > first && isHeading(block) && depthOf(levelOf(block)) <= depth,
  )
  return { first, end: next < 0 ? blocks.length : next }
}
