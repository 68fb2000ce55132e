import { ContentAny, ContentDeleted, getState, type AbstractType, type Doc, type Item } from 'yjs'
import type { BlockId } from '../../../shared/report/ids'
import { levels, type Level } from '../../../shared/report/levels'
import { textOf } from '../../../shared/sync/report-doc'
import { perObject } from '../../../shared/util/per-object'
import { isArriving } from './containers'
import { isDeletedBy } from './deleted-ranges'
import type { Incoming } from './incoming'
import type { ReadUpdate } from './read-update'
import { elementOf, isHeading } from './sections'
import { firstIn, Siblings } from './siblings'
import type { Arrival, Touched } from './touched'

/** Sheets, blocks and headings as they will be with an update, worked out without applying it. */
export interface StructureAfter {
  /** In their order, deleted ones as well: a block or sheet that goes has to be seen going. */
  readonly sheets: () => Iterable<Item>
  readonly blocksOf: (sheet: Item) => Iterable<Item>
  /** Whether the item itself is there afterwards, whatever becomes of what it stands in. */
  readonly isThere: (item: Item) => boolean
  /** Whether anything in the sheet might make a difference to sections. */
  readonly isConcerned: (sheet: Item) => boolean
  readonly levelOf: (heading: Item) => Level
  readonly idOf: (heading: Item) => BlockId
  /** New headings, those that the update takes back at once included. */
  readonly newHeadings: readonly Item[]
}

export function structureAfter(
  body: Doc,
  incoming: Incoming,
  { arrivals, blocks, reshaped }: Pick<Touched, 'arrivals' | 'blocks' | 'reshaped'>,
  deleted: ReadUpdate['deleted'],
): StructureAfter {
  const siblings = new Map<Item | null, Map<string | null, Siblings>>()
  const concerned = new Set<Item>()
  for (const block of [...blocks, ...reshaped]) concerned.add(sheetOf(block))
  for (const arrival of arrivals) {
    listOf(siblings, arrival, () => new Siblings(startOf(body, arrival), incoming.find)).add(
      arrival.item,
      getState(body.store, arrival.item.id.client),
    )
    if (arrival.holder && arrival.key === null) concerned.add(arrival.holder)
  }
  const isThere = (item: Item): boolean =>
    !isDeletedBy(deleted, item) && !(isArriving(item) ? item.content instanceof ContentDeleted : item.deleted)
  const valueOf = (heading: Item, key: string): unknown => {
    const list = siblings.get(heading)?.get(key)
    const last = list ? lastOf(list.items()) : elementOf(heading)?._map.get(key)
    return last && isThere(last) && last.content instanceof ContentAny ? last.content.arr.at(-1) : undefined
  }
  return {
    sheets: () => siblings.get(null)?.get(null)?.items() ?? chain(textOf(body)._start),
    blocksOf: sheet => siblings.get(sheet)?.get(null)?.items() ?? chain(elementOf(sheet)?._start ?? null),
    isThere,
    isConcerned: sheet => concerned.has(sheet) || isArriving(sheet) || !isThere(sheet),
    levelOf: perObject(heading => (valueOf(heading, 'level') as Level | undefined) ?? levels[0]),
    idOf: perObject(heading => (valueOf(heading, 'id') ?? '') as BlockId),
    newHeadings: arrivals.filter(({ item, key }) => key === null && isHeading(item)).map(({ item }) => item),
  }
}

function listOf(
  siblings: Map<Item | null, Map<string | null, Siblings>>,
  { holder, key }: Arrival,
  make: () => Siblings,
): Siblings {
  const ofHolder = siblings.get(holder) ?? new Map<string | null, Siblings>()
  siblings.set(holder, ofHolder)
  const list = ofHolder.get(key) ?? make()
  ofHolder.set(key, list)
  return list
}

function startOf(body: Doc, { holder, key }: Arrival): Item | null {
  const type = holder ? elementOf(holder) : textOf(body)
  return type && firstIn(type as unknown as AbstractType<unknown>, key)
}

const sheetOf = (block: Item): Item => (block.parent as ReturnType<typeof textOf>)._item as Item

function* chain(start: Item | null): Generator<Item> {
  for (let item = start; item; item = item.right) yield item
}

function lastOf(items: Iterable<Item>): Item | undefined {
  let last: Item | undefined
  for (const item of items) last = item
  return last
}
