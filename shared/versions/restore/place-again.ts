import type { Node } from 'prosemirror-model'
import type { BlockId } from '../../report/ids'
import { depthOf } from '../../report/levels'
import { blockIdOf, isHeading, levelOf } from '../../report/nodes'

/** Some blocks of a report, side by side. */
export interface Run {
  readonly first: number
  /** Index behind the last block. */
  readonly end: number
}

/** A section with its inner ones; null where no heading bears that id. */
export function runOfSection(blocks: readonly Node[], section: BlockId | undefined): Run | null {
  const first = blocks.findIndex(block => isHeading(block) && blockIdOf(block) === section)
  const heading = blocks[first]
  return heading ? { first, end: nextOfRank(blocks, first + 1, rankOf(heading)) } : null
}

/**
 * Where in today's blocks something belongs that stood at `index` in a version: behind the nearest block before it that
 * is still there. A section goes behind what follows that one up to the next section of its level or above, or it would
 * take that in.
 */
export function placeAgain(today: readonly Node[], version: readonly Node[], index: number): number {
  const places = new Map(today.map((block, at) => [blockIdOf(block), at]))
  const neighbour = version.slice(0, index).findLast(block => places.has(blockIdOf(block)))
  const behind = neighbour ? (places.get(blockIdOf(neighbour)) ?? -1) + 1 : 0
  const block = version[index]
  return block && isHeading(block) ? nextOfRank(today, behind, rankOf(block)) : behind
}

const rankOf = (heading: Node): number => depthOf(levelOf(heading))

/** Index of the first heading from there on that is not below this rank; behind the last block where there is none. */
function nextOfRank(blocks: readonly Node[], from: number, rank: number): number {
  const next = blocks.findIndex((block, at) => at >= from && isHeading(block) && rankOf(block) <= rank)
  return next < 0 ? blocks.length : next
}
