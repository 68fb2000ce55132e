import { AbstractType, ContentType, Item, type Doc, type ID } from 'yjs'
import { admit } from './admit'
import type { Incoming, Struct } from './incoming'
import { refuse } from './refusal'
import { isRootName, roots, type RootName, type Shape } from './shapes'

type SharedType = AbstractType<unknown>

/** The inside of a shared type, with its way up to the root. */
export interface Container {
  readonly root: RootName
  readonly shape: Shape
  /** The item that holds the type, and what that item stands in; null for a root. */
  readonly up: { readonly item: Item; readonly in: Container } | null
  /** 0 for a root. In the text, sheets are at 1 and blocks at 2. */
  readonly depth: number
  /** Root of records only: the key of the record that this belongs to. */
  readonly record: string | null
}

/** Where an item stands. */
export interface Place {
  readonly container: Container
  /** Attribute or record key; null among the children. */
  readonly key: string | null
}

/** Finds where items stand, those of an update before it is applied. */
export interface Places {
  /** Null where the item will have no effect, because what it stands in is gone. */
  readonly of: (item: Item) => Place | null
  /** Notes what a new item holds. */
  readonly add: (item: Item, place: Place, shape: Shape) => void
}

/** Whether an item comes with the update: Yjs replaces the parent's name by the parent when it applies. */
export const isArriving = (item: Item): boolean => !(item.parent instanceof AbstractType)

// Tables in cells in tables … readers recurse, so a deep nest would stop them.
const deepest = 40

// A shared type never moves, and its name never changes.
const known = new WeakMap<SharedType, Container>()

export function placesIn(body: Doc, incoming: Incoming): Places {
  const fresh = new Map<Item, Container>()
  const places = new Map<Item, Place | null>()

  const standing = (item: Item): Place | null => {
    const place = places.get(item)
    if (place !== undefined) return place
    const container = containerOf(body, item.parent as SharedType)
    return container && { container, key: item.parentSub }
  }
  const inside = (holder: Struct): Container | null => {
    if (!(holder instanceof Item) || !(holder.content instanceof ContentType)) return null
    return (
      fresh.get(holder) ?? (places.has(holder) ? null : containerOf(body, holder.content.type as SharedType))
    )
  }
  const arriving = (item: Item): Place | null => {
    const left = item.origin && incoming.find(item.origin)
    const right = item.rightOrigin && incoming.find(item.rightOrigin)
    // As Yjs does it (Item.getMissing): beside something collected, the item becomes nothing.
    if ((left && !(left instanceof Item)) || (right && !(right instanceof Item))) return null
    const parent = item.parent as ID | string | null
    if (parent === null) return beside(left, right)
    const container = typeof parent === 'string' ? rootContainer(parent) : inside(incoming.find(parent))
    return container && { container, key: item.parentSub }
  }

  const beside = (left: Item | null, right: Item | null): Place | null => {
    const place = left ? standing(left) : right && standing(right)
    const there = left && right && standing(right)
    // Where Yjs puts such an item would depend on the order in which it hears of things.
    if (place && there && (place.container !== there.container || place.key !== there.key))
      refuse('malformed', 'Neighbours in different places')
    return place
  }

  return {
    of: item => {
      if (!isArriving(item)) return alive(standing(item))
      const place = arriving(item)
      places.set(item, place)
      return alive(place)
    },
    add: (item, { container, key }, shape) => fresh.set(item, within(container, key, item, shape)),
  }
}

function alive(place: Place | null): Place | null {
  for (let up = place?.container.up; up; up = up.in.up) if (up.item.deleted) return null
  return place
}

function containerOf(body: Doc, type: SharedType): Container | null {
  const before = known.get(type)
  if (before) return before
  const container = type._item === null ? rootContainer(nameOf(body, type)) : inIts(body, type._item)
  if (container) known.set(type, container)
  return container
}

function inIts(body: Doc, item: Item): Container | null {
  if (item.deleted) return null
  const outer = containerOf(body, item.parent as SharedType)
  const shape = outer && admit(outer.shape, item.parentSub, item.content)
  return shape && within(outer, item.parentSub, item, shape)
}

function within(outer: Container, key: string | null, item: Item, shape: Shape): Container {
  if (outer.depth >= deepest) refuse('unknown-content', 'Nested too deep')
  const record = outer.root === 'text' ? null : (outer.record ?? key)
  return { root: outer.root, shape, up: { item, in: outer }, depth: outer.depth + 1, record }
}

const rootContainers = new Map<RootName, Container>()

function rootContainer(name: string): Container {
  if (!isRootName(name)) return refuse('unknown-root', `Root ${name}`)
  const root = rootContainers.get(name) ?? {
    root: name,
    shape: roots[name],
    up: null,
    depth: 0,
    record: null,
  }
  rootContainers.set(name, root)
  return root
}

function nameOf(body: Doc, root: SharedType): string {
  for (const [name, type] of body.share) if ((type as unknown) === root) return name
  return ''
}

/** The block of the text that a container belongs to; null above blocks and outside the text. */
export function blockOf(container: Container): Item | null {
  if (container.root !== 'text' || container.depth < 2) return null
  let at = container
  while (at.depth > 2 && at.up) at = at.up.in
  return at.up?.item ?? null
}
