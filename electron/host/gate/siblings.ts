import { compareIDs, createID, type AbstractType, type ID, type Item } from 'yjs'
import type { Struct } from './incoming'
import { refuse } from './refusal'

/** An item, or the part of one that Yjs will keep apart, at its place among its siblings. */
interface Sibling {
  readonly item: Item
  readonly clock: number
  readonly origin: ID | null
  readonly rightOrigin: ID | null
  length: number
  next: Sibling | null
}

/*
 * Steps over others' items at one place. Two people who were apart and came back each time to one and the same spot
 * take as many as their visits multiplied; 300 000 refused honest members in a trial of long cuts. Yjs takes an
 * estimated second for this many, on every machine of the committee, and a message of 160 kB can ask for a minute's.
 */
const mostSteps = 1_500_000

/**
 * The children of a shared type, or the values of one key, in the order that they will have when the items of an update
 * are among them. The same decisions as `Item.integrate` of Yjs, on a list of its own: the report stays as it is.
 */
export class Siblings {
  private first: Sibling | null = null
  /** The parts of each, in the order of their clocks. */
  private readonly byItem = new Map<Struct, Sibling[]>()
  private steps = 0

  /** `start`: the first item there is. `find`: the struct that holds an id. */
  constructor(
    start: Item | null,
    private readonly find: (id: ID) => Struct,
  ) {
    let last: Sibling | null = null
    for (let item = start; item; item = item.right) {
      const sibling = this.noted(item, item.id.clock, item.origin)
      if (last) last.next = sibling
      else this.first = sibling
      last = sibling
    }
  }

  /** Adds an item of the update, each after what it refers to. `have`: how far the report knows the item's client. */
  add(item: Item, have: number): void {
    const isContinued = item.id.clock < have
    const origin = isContinued ? createID(item.id.client, have - 1) : item.origin
    const left = origin && this.endingWith(origin)
    const right = item.rightOrigin && this.startingWith(item.rightOrigin)
    const sibling = this.noted(item, Math.max(item.id.clock, have), origin)
    const before = this.placeOf(sibling, left, right)
    sibling.next = before ? before.next : this.first
    if (before) before.next = sibling
    else this.first = sibling
  }

  /** Every item once, where its first part stands; deleted ones as well. */
  *items(): Generator<Item> {
    for (let at = this.first; at; at = at.next) if (at.clock === at.item.id.clock) yield at.item
  }

  private noted(item: Item, clock: number, origin: ID | null): Sibling {
    const length = item.id.clock + item.length - clock
    const { rightOrigin } = item
    const sibling = { item, clock, origin, rightOrigin, length, next: null }
    this.byItem.set(item, [sibling])
    return sibling
  }

  /** Behind which sibling this one belongs; null: it comes first. */
  private placeOf(sibling: Sibling, left: Sibling | null, right: Sibling | null): Sibling | null {
    const conflicting = new Set<Sibling>()
    const beforeOrigin = new Set<Sibling>()
    let place = left
    for (let at = left ? left.next : this.first; at && at !== right; at = at.next) {
      this.step()
      beforeOrigin.add(at)
      conflicting.add(at)
      if (compareIDs(sibling.origin, at.origin)) {
        if (at.item.id.client < sibling.item.id.client) {
          place = at
          conflicting.clear()
        } else if (compareIDs(sibling.rightOrigin, at.rightOrigin)) break
      } else {
        const origin = at.origin && this.holding(at.origin)
        if (!origin || !beforeOrigin.has(origin)) break
        if (!conflicting.has(origin)) {
          place = at
          conflicting.clear()
        }
      }
    }
    return place
  }

  private endingWith({ client, clock }: ID): Sibling | null {
    const sibling = this.holding(createID(client, clock))
    if (sibling && clock < sibling.clock + sibling.length - 1) this.split(sibling, clock + 1)
    return sibling
  }

  private startingWith({ client, clock }: ID): Sibling | null {
    const sibling = this.holding(createID(client, clock))
    return sibling && clock > sibling.clock ? this.split(sibling, clock) : sibling
  }

  private split(sibling: Sibling, clock: number): Sibling {
    const rest: Sibling = {
      ...sibling,
      clock,
      origin: createID(sibling.item.id.client, clock - 1),
      length: sibling.clock + sibling.length - clock,
    }
    sibling.length = clock - sibling.clock
    sibling.next = rest
    const parts = this.byItem.get(sibling.item)
    parts?.splice(parts.indexOf(sibling) + 1, 0, rest)
    return rest
  }

  /** Null where the id belongs to no sibling, which no honest update has. */
  private holding(id: ID): Sibling | null {
    const parts = this.byItem.get(this.find(id)) ?? []
    let [low, high] = [0, parts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((parts[middle]?.clock ?? 0) > id.clock) high = middle - 1
      else low = middle
    }
    return parts[low] ?? null
  }

  private step(): void {
    if (this.steps++ > mostSteps) refuse('too-large', 'Too many siblings at one place')
  }
}

/** The first item in a shared type, or the first value there was under a key of it. */
export function firstIn(type: AbstractType<unknown>, key: string | null): Item | null {
  if (key === null) return type._start
  let first = type._map.get(key) ?? null
  while (first?.left) first = first.left
  return first
}
