import {
  ContentType,
  findIndexSS,
  GC,
  Item,
  XmlElement,
  type decodeUpdate,
  type ID,
  type Transaction,
} from 'yjs'
import { followedBy, type Gone } from './find-lost'
import type { Buried, Grave, Graveyard } from './graveyard'
import { lettersOf, typeOf, valueOf } from './items'
import { unnamedIn, type Named } from './named'
import { runAt, type Run } from './runs'
import { isTextBlock, stepInto } from './spot'
import { Wording } from './wording'

interface Arriving {
  readonly structs: ReturnType<typeof decodeUpdate>['structs']
  readonly named: Named
  readonly transaction: Transaction
  readonly graves: Graveyard
}

/** Words that an update brought for something that is gone already: in the document they are nothing. */
export function readArrivals({ structs, named, transaction, graves }: Arriving): Gone[] {
  const dead = structs.filter(
    struct => struct instanceof Item && cameToNothing(struct, transaction),
  ) as Item[]
  if (dead.length === 0) return []
  const bury = burier(dead, graves)
  return dead.flatMap(item => {
    const { client, clock } = item.id
    const { outer, key } = bury.take(item)
    const isValue = key !== null
    const letters = isValue ? valueOf(item) : lettersOf(item)
    // An attribute of a block.
    if (letters === '' || (isValue && outer.spot.root === 'text')) return []
    // What the report had of it before is not new.
    const start = Math.max(clock, transaction.beforeState.get(client) ?? 0)
    return unnamedIn(named, client, { clock: start, len: clock + item.length - start }).map((part): Gone => {
      const from = part.clock - clock
      const run = {
        client,
        clock: part.clock,
        letters: isValue ? letters : letters.slice(from, from + part.len),
      }
      const spot = isValue ? stepInto(outer.spot, { key, block: '' }) : outer.spot
      if (!isValue) outer.words?.insert(bury.behind(item, part.clock), run)
      return {
        ...run,
        spot,
        section: outer.section,
        words: isValue ? null : outer.words,
        theirs: null,
        follows: isValue ? followedBy(item) : null,
        kind: 'deleted',
      }
    })
  })
}

function cameToNothing({ id, length }: Item, { beforeState, doc }: Transaction): boolean {
  const last = id.clock + length - 1
  if (last < (beforeState.get(id.client) ?? 0)) return false
  const structs = doc.store.clients.get(id.client) ?? []
  return last < endOf(structs.at(-1)) && structs[findIndexSS(structs, last)] instanceof GC
}

const endOf = (struct: { readonly id: ID; readonly length: number } | undefined): number =>
  struct ? struct.id.clock + struct.length : 0

interface Burier {
  /** What it stood in; remembered for what is still to come. */
  readonly take: (item: Item) => Buried
  /** The letter or thing in the line behind which a letter of it stood. */
  readonly behind: (item: Item, clock: number) => { readonly client: number; readonly clock: number } | null
}

function burier(dead: readonly Item[], graves: Graveyard): Burier {
  const ids = idsOf(dead)
  const done = new Map<Item, Buried>()
  const arriving = byClient(dead)
  const find = (id: ID): Buried | undefined => {
    const run = runAt(arriving.get(id.client), id.clock)
    return run ? bury(run.item) : graves.find(id.client, id.clock)
  }
  const bury = (item: Item): Buried => {
    const known = done.get(item)
    if (known) return known
    const beside = (item.origin && find(item.origin)) ?? (item.rightOrigin && find(item.rightOrigin))
    const parent = item.parent as unknown
    const holder = !beside && isId(parent) ? find(parent) : undefined
    const outer = beside?.outer ?? holder?.inner ?? nowhere()
    const key = beside?.key ?? item.parentSub
    const buried = { clock: item.id.clock, len: item.length, outer, key, inner: innerOf(item, outer, key) }
    done.set(item, buried)
    graves.add(item.id.client, buried)
    return buried
  }
  const innerOf = (item: Item, outer: Grave, key: string | null): Grave | null => {
    const type = typeOf(item)
    if (!type) return null
    const spot = stepInto(outer.spot, { key, block: ids.get(nameOf(item.id)) ?? '' })
    return { spot, section: outer.section, words: isTextBlock(type) ? Wording.empty() : outer.words }
  }
  return {
    take: bury,
    behind: (item, clock) => {
      if (clock > item.id.clock) return { client: item.id.client, clock: clock - 1 }
      if (item.origin) return item.origin
      const parent = item.parent as unknown
      return isId(parent) ? (runAt(arriving.get(parent.client), parent.clock)?.item.origin ?? null) : null
    },
  }
}

interface ArrivingRun extends Run {
  readonly item: Item
}

function byClient(dead: readonly Item[]): ReadonlyMap<number, readonly ArrivingRun[]> {
  const runs = new Map<number, ArrivingRun[]>()
  for (const item of dead) {
    const run = { clock: item.id.clock, len: item.length, item }
    const known = runs.get(item.id.client)
    if (known) known.push(run)
    else runs.set(item.id.client, [run])
  }
  return runs
}

/** The ids of blocks among them. */
function idsOf(dead: readonly Item[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const blocks = new Set(
    dead
      .filter(
        ({ content }) =>
          content instanceof ContentType &&
          content.type instanceof XmlElement &&
          content.type.nodeName !== 'note_ref',
      )
      .map(({ id }) => nameOf(id)),
  )
  for (const item of dead) {
    const parent = item.parent as unknown
    if (item.parentSub === 'id' && isId(parent) && blocks.has(nameOf(parent)))
      ids.set(nameOf(parent), valueOf(item))
  }
  return ids
}

const nameOf = ({ client, clock }: ID): string => `${client}:${clock}`

/** Where nothing is remembered any more: the report was opened again since. */
const nowhere = (): Grave => ({
  spot: { root: 'text', keys: [], block: '' },
  section: null,
  words: Wording.empty(),
})

// A decoded parent is an id, or the name of a root as a string, or null.
const isId = (id: unknown): id is ID => typeof id === 'object' && id !== null && 'clock' in id
