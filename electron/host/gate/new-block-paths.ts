import type { Item } from 'yjs'
import { pathAfter, type BodyIndex } from './body-index'
import { isArriving } from './containers'
import type { Incoming } from './incoming'
import { blockBefore, elementOf, isHeading, type Path } from './sections'
import type { NewBlock } from './touched'

type Side = 'origin' | 'rightOrigin'

// Beyond this it is cheaper to apply the update on the side.
const farthest = 200

/**
 * The path under which each new block will stand, or undefined for one where that depends on how Yjs orders it among
 * others. Yjs puts a new item somewhere between the two neighbours that it names; without a heading in between, it does
 * not matter where. The blocks must come in causal order.
 */
export function pathsOfNewBlocks(
  blocks: readonly NewBlock[],
  incoming: Incoming,
  index: BodyIndex,
): (Path | undefined)[] {
  const left = neighbours('origin', incoming)
  const right = neighbours('rightOrigin', incoming)
  return blocks.map(({ block, sheet }) => {
    const before = left(block)
    if (hasHeading(before ? before.right : (elementOf(sheet)?._start ?? null), right(block))) return undefined
    if (before) return pathAfter(index, before)
    const last = blockBefore(sheet)
    return last ? index.pathOf(last) : []
  })
}

/** The nearest neighbour that the report has already: among new blocks, one names the other. */
function neighbours(side: Side, incoming: Incoming): (block: Item) => Item | null {
  const found = new Map<Item, Item | null>()
  return block => {
    let at: Item | null = block
    while (at && isArriving(at)) {
      const known: Item | null | undefined = at === block ? undefined : found.get(at)
      if (known !== undefined) at = known
      else at = at[side] && (incoming.find(at[side]) as Item)
    }
    found.set(block, at)
    return at
  }
}

function hasHeading(from: Item | null, to: Item | null): boolean {
  let steps = 0
  for (let at = from; at && at !== to; at = at.right)
    if (steps++ > farthest || (!at.deleted && isHeading(at))) return true
  return false
}
