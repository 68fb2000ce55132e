import { ContentAny, ContentDeleted, findIndexSS, getState, Item, type Doc } from 'yjs'
import { admit } from './admit'
import { blockOf, isArriving, placesIn, type Place, type Places } from './containers'
import { Crowding } from './crowding'
import { isDeletedBy } from './deleted-ranges'
import { eachDeleted } from './each-deleted'
import type { Incoming } from './incoming'
import type { ReadUpdate } from './read-update'
import { refuse } from './refusal'
import { RequiredKeys } from './required-keys'
import { isHeading } from './sections'
import type { Shape } from './shapes'

export interface NewBlock {
  readonly block: Item
  readonly sheet: Item
}

/** A new item that bears on which sections there are, whether or not the update deletes it at once. */
export interface Arrival {
  readonly item: Item
  /** The heading whose attribute it is, the sheet that it stands in, or null where it stands in the text itself. */
  readonly holder: Item | null
  readonly key: string | null
}

/** What an update would change, found without applying it. Changes that have no effect are left out. */
export interface Touched {
  /** Blocks of the text that are changed inside, or deleted by themselves; not those of a deleted sheet. */
  readonly blocks: ReadonlySet<Item>
  /** New blocks other than headings, in sheets that are there. */
  readonly newBlocks: readonly NewBlock[]
  /** Sheets, blocks and attributes of headings that come, in causal order. */
  readonly arrivals: readonly Arrival[]
  /** Headings of the report whose level or id comes or goes. */
  readonly reshaped: ReadonlySet<Item>
  /** Headings, their levels or ids, or sheets come or go: sections may change their extent. */
  readonly changesSections: boolean
  /** Ids that something in the text is given. */
  readonly ids: ReadonlySet<string>
  /** Ids of notes, indicator tables and options. */
  readonly records: ReadonlySet<string>
  readonly changesFields: boolean
}

/** Refuses content that does not belong in a report, and deletions of what nobody has seen. */
export function touchedBy(incoming: Incoming, deleted: ReadUpdate['deleted'], body: Doc): Touched {
  const touched = new Collected()
  const places = placesIn(body, incoming)
  const required = new RequiredKeys(deleted)
  const crowding = new Crowding(body, incoming)
  for (const struct of incoming.structs) {
    if (!(struct instanceof Item)) continue
    const place = places.of(struct)
    checkContinuation(struct, place, places, body)
    if (!place) continue
    touched.noteArrival(struct, place)
    crowding.came(struct, place)
    required.came(struct, place, arrive(struct, place, places))
    const isGone = struct.content instanceof ContentDeleted || isDeletedBy(deleted, struct)
    // Under a key even what is gone has an effect: it takes the place of the value before it.
    if (!isGone || place.key !== null) touched.add(struct, place, isGone)
  }
  crowding.check()
  eachDeleted(incoming, deleted, body, item => {
    const place = places.of(item)
    if (!place) return
    required.went(place)
    touched.add(item, place, true)
  })
  required.check()
  return touched
}

function arrive(item: Item, place: Place, places: Places): Shape | null {
  if (item.content instanceof ContentDeleted) return null
  const inside = admit(place.container.shape, place.key, item.content)
  if (inside) places.add(item, place, inside)
  return inside
}

/*
 * Of a struct that the report has in part, Yjs puts the rest behind the part it has, whatever neighbours the struct
 * names. So it must not name neighbours elsewhere.
 */
function checkContinuation(item: Item, place: Place | null, places: Places, { store }: Doc): void {
  const { client, clock } = item.id
  const have = getState(store, client)
  if (clock >= have) return
  const known = store.clients.get(client) ?? []
  const last = known[findIndexSS(known, have - 1)]
  const before = last instanceof Item ? places.of(last) : null
  if (before?.container !== place?.container || before?.key !== place?.key)
    refuse('malformed', 'Continues something else than it says')
}

class Collected implements Touched {
  readonly blocks = new Set<Item>()
  readonly newBlocks: NewBlock[] = []
  readonly arrivals: Arrival[] = []
  readonly reshaped = new Set<Item>()
  readonly ids = new Set<string>()
  readonly records = new Set<string>()
  changesSections = false
  changesFields = false

  add(item: Item, place: Place, isGone: boolean): void {
    const { container, key } = place
    if (container.root === 'meta') this.changesFields = true
    else if (container.root !== 'text') this.records.add(container.record ?? key ?? '')
    else {
      if (key === 'id' && !isGone) this.addIds(item)
      this.addInText(item, place)
    }
  }

  noteArrival(item: Item, { container, key }: Place): void {
    const { root, depth, up } = container
    if (root !== 'text' || depth > 2) return
    const holder = up?.item ?? null
    if (depth < 2 ? key === null : key !== null && holder && isHeading(holder))
      this.arrivals.push({ item, holder, key })
  }

  private addInText(item: Item, { container, key }: Place): void {
    const block = blockOf(container)
    if (container.depth === 0) this.changesSections = true
    else if (!block) this.addBlock(item, container.up?.item)
    else if (!isArriving(block)) {
      this.blocks.add(block)
      // What is kept directly in a heading under a key is its level and its id.
      if (container.depth === 2 && key !== null && isHeading(block)) {
        this.reshaped.add(block)
        this.changesSections = true
      }
    }
  }

  private addBlock(block: Item, sheet: Item | undefined): void {
    if (isHeading(block)) this.changesSections = true
    if (!isArriving(block)) this.blocks.add(block)
    else if (sheet && !isArriving(sheet)) this.newBlocks.push({ block, sheet })
  }

  private addIds({ content }: Item): void {
    if (!(content instanceof ContentAny)) return
    for (const id of content.arr) if (typeof id === 'string' && id !== '') this.ids.add(id)
  }
}
