import type { Node } from 'prosemirror-model'
import { blockIdOf, forEachBlock, isHeading } from '../report/nodes'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorSpot } from './anchor-place'
import { letterAt } from './flow'
import { commonStart, lettersIn } from './letters'

/*
 * Of a section or a whole block the anchor says its first letters as `after`: a heading or a table that was cut and pasted
 * from another program comes back under another id.
 */

/** Fewer letters in common may be chance. */
const enough = 12

/** The section, or null if its heading is gone. */
export function findSectionAgain(anchor: Anchor, index: AnchorIndex): AnchorSpot | null {
  const { section } = anchor
  if (section === 'report') return { kind: 'section', section }
  const own = index.block(section)
  const heading = own && isHeading(own.node) ? own.node : likest(anchor, index, isHeading)
  return heading && { kind: 'section', section: blockIdOf(heading) }
}

/** The block, or null if it is gone. */
export function findBlockAgain(anchor: Anchor, id: string, index: AnchorIndex): AnchorSpot | null {
  const block = index.block(id)?.node ?? likest(anchor, index, () => true)
  return block && { kind: 'block', block: blockIdOf(block) }
}

/** The one block that begins as the anchor's did, more than any other did then. */
function likest({ after, rival }: Anchor, index: AnchorIndex, isOne: (node: Node) => boolean): Node | null {
  const wanted = lettersIn(after)
  if (wanted === '') return null
  const rated: { readonly node: Node; readonly same: number }[] = []
  forEachBlock(index.report.text, (node, pos) => {
    if (isOne(node)) rated.push({ node, same: sameStart(wanted, index, pos) })
  })
  const [best, second] = rated.sort((a, b) => b.same - a.same)
  const least = Math.max((rival ?? 0) + 1, Math.min(enough, wanted.length))
  return best && best.same >= least && best.same > (second?.same ?? 0) ? best.node : null
}

/** How many first letters of a block, and of what follows it, are those. */
export function sameStart(wanted: string, { flow }: AnchorIndex, pos: number): number {
  const start = letterAt(flow, pos)
  return commonStart(flow.letters.slice(start, start + wanted.length), wanted)
}
