import type { Item, Transaction } from 'yjs'
import { placeFor, runAt, type Run } from './runs'
import { listOf, parentOf, typeOf } from './items'
import { sectionsBefore, type TraySection } from './section-here'
import { isTextBlock, spotInside, within, type Spot } from './spot'
import { Wording } from './wording'

/** What stood around something that is gone. */
export interface Grave {
  readonly spot: Spot
  readonly section: TraySection
  /** The words of the heading or paragraph that it belongs to; null above those. */
  readonly words: Wording | null
}

/** One run of clocks that is gone. */
export interface Buried extends Run {
  /** What it stood in. */
  readonly outer: Grave
  /** Its key there. */
  readonly key: string | null
  /** What it holds, if it holds anything. */
  readonly inner: Grave | null
}

/** How many runs are remembered at least: some thousand paragraphs. */
const mostRuns = 50_000

/**
 * Remembers what was deleted. Yjs forgets it at the end of the transaction, and words that arrive for it later become
 * nothing, without so much as a place (yjs 13.6.33, Item.getMissing).
 */
export class Graveyard {
  private young = new Map<number, Buried[]>()
  private old = new Map<number, Buried[]>()
  private count = 0

  /** What is remembered of the item or letter with this id. */
  find(client: number, clock: number): Buried | undefined {
    return runAt(this.young.get(client), clock) ?? runAt(this.old.get(client), clock)
  }

  add(client: number, run: Buried): void {
    if (++this.count > mostRuns) {
      this.old = this.young
      this.young = new Map()
      this.count = 1
    }
    const runs = this.young.get(client) ?? []
    const at = placeFor(runs, run.clock)
    // Deleted, undone and deleted again: the newest account counts.
    runs.splice(at, runs[at]?.clock === run.clock ? 1 : 0, run)
    this.young.set(client, runs)
  }

  /** Takes in what a transaction deletes, given the outermost things of it. Call before its end (see find-lost.ts). */
  bury(transaction: Transaction, outermost: readonly Item[]): void {
    const sectionOf = sectionsBefore(transaction)
    const visit = (item: Item, outer: Grave): void => {
      const type = typeOf(item)
      const inner = type && innerOf(item, outer)
      const { client, clock } = item.id
      this.add(client, { clock, len: item.length, outer, key: item.parentSub, inner })
      if (!type || !inner) return
      for (const child of listOf(type)) visit(child, inner)
      for (const value of type._map.values())
        for (let at: Item | null = value; at; at = at.left) visit(at, inner)
    }
    const innerOf = (item: Item, outer: Grave): Grave => {
      const type = typeOf(item)
      const section = isBlock(item, outer.spot) ? sectionOf(item) : outer.section
      const words = isTextBlock(type) ? Wording.before(type, transaction) : outer.words
      return { spot: within(outer.spot, item), section, words }
    }
    for (const item of outermost) visit(item, around(item, transaction, sectionOf))
  }
}

/** What is around the outermost of the things that went. */
function around(item: Item, transaction: Transaction, sectionOf: (block: Item) => TraySection): Grave {
  const parent = parentOf(item)
  const block = blockAround(item)
  return {
    spot: spotInside(parent),
    section: block ? sectionOf(block) : null,
    // Also beside a mark or a break that goes letters may still arrive.
    words: isTextBlock(parent) ? Wording.before(parent, transaction) : null,
  }
}

const isBlock = (item: Item, { root }: Spot): boolean => {
  const sheet = parentOf(item)._item
  return root === 'text' && sheet !== null && parentOf(sheet)._item === null
}

/** The block of the flow that an item is or stands in; null outside the text and for sheets. */
function blockAround(item: Item): Item | null {
  for (let at: Item | null = item; at; at = parentOf(at)._item)
    if (isBlock(at, spotInside(parentOf(at)))) return at
  return null
}
