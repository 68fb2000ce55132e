import type { Node } from 'prosemirror-model'
import type { FlowPlace } from '../../compare/compare-contents'
import type { BlockId } from '../../report/ids'
import { blockIdOf } from '../../report/nodes'

/** A block of the text as it is to be. */
export interface PlacedBlock {
  readonly node: Node
  /** Today's block that it is, where that stays in its place among its neighbours. */
  readonly today: Node | null
}

/**
 * The blocks of a version under the ids that they bear today, in the order of the version. `flow` compares today with
 * the version. A block that says the same already is today's very node, so that nobody's words in it are made anew.
 */
export function blocksAgain(flow: readonly FlowPlace[]): PlacedBlock[] {
  const taken = new Set<BlockId>()
  return flow.flatMap(({ was, now, moved }) =>
    now.map((block): PlacedBlock => {
      const today = twinOf(block, was, now)
      const node = today ? asToday(block, today) : underOwnId(block, taken)
      taken.add(blockIdOf(node))
      return { node, today: today && !moved ? today : null }
    }),
  )
}

/** Which of today's blocks becomes this one; undefined: none, it is one of several that were joined since. */
function twinOf(node: Node, was: readonly Node[], now: readonly Node[]): Node | undefined {
  const own = was.find(block => blockIdOf(block) === blockIdOf(node))
  if (own || node !== now[0]) return own
  return was.find(block => !now.some(other => blockIdOf(other) === blockIdOf(block)))
}

/** What a version says, in today's block. What shows records is named after them and keeps its own name. */
function asToday(node: Node, today: Node): Node {
  const again = node.isAtom ? node : withId(node, blockIdOf(today))
  return again.eq(today) ? today : again
}

export const withId = (node: Node, id: BlockId): Node =>
  blockIdOf(node) === id ? node : node.type.create({ ...node.attrs, id }, node.content, node.marks)

/** An empty id is filled in by whoever writes the text; two blocks of one id would be told apart by nobody. */
const underOwnId = (node: Node, taken: ReadonlySet<BlockId>): Node =>
  taken.has(blockIdOf(node)) && !node.isAtom ? withId(node, '' as BlockId) : node
