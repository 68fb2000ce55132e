import { AbstractType, ContentType, getState, Item, type Doc, type ID } from 'yjs'
import type { Container, Place } from './containers'
import type { Incoming } from './incoming'
import { firstIn, Siblings } from './siblings'

interface Arrivals {
  readonly items: Item[]
  /** Each is certain to find nobody between its neighbours. */
  isRoomy: boolean
}

/**
 * Sees to it that Yjs has little to decide. Between neighbours that are no neighbours any more it compares a new item
 * with all that stands there: a few kilobytes of items that all want the same place can stop it for minutes.
 */
export class Crowding {
  private readonly lists = new Map<Container, Map<string | null, Arrivals>>()

  constructor(
    private readonly body: Doc,
    private readonly incoming: Incoming,
  ) {}

  /** A new item; in the order in which Yjs takes them. */
  came(item: Item, { container, key }: Place): void {
    const inContainer = this.lists.get(container) ?? new Map<string | null, Arrivals>()
    this.lists.set(container, inContainer)
    const before = inContainer.get(key)
    if (!before)
      inContainer.set(key, { items: [item], isRoomy: this.isBetweenNeighbours(item, container, key) })
    else {
      before.isRoomy &&= isTypedOn(before.items.at(-1), item)
      before.items.push(item)
    }
  }

  /** Refuses an update that would keep Yjs busy. Call when everything has come. */
  check(): void {
    for (const [container, byKey] of this.lists)
      for (const [key, { items, isRoomy }] of byKey) {
        if (isRoomy) continue
        const siblings = new Siblings(firstIn(this.typeOf(container), key), this.incoming.find)
        for (const item of items) siblings.add(item, getState(this.body.store, item.id.client))
      }
  }

  private isBetweenNeighbours(
    { origin, rightOrigin }: Item,
    container: Container,
    key: string | null,
  ): boolean {
    const right = rightOrigin && this.known(rightOrigin)
    if (rightOrigin && !right) return false
    if (!origin)
      return (right ?? null) === firstIn(this.typeOf(container), key) && startsAt(right, rightOrigin)
    const left = this.known(origin)
    if (!left) return false
    if (left === right) return rightOrigin?.clock === origin.clock + 1
    return left.lastId.clock === origin.clock && left.right === right && startsAt(right, rightOrigin)
  }

  private known(id: ID): Item | null {
    if (id.clock >= getState(this.body.store, id.client)) return null
    const struct = this.incoming.find(id)
    return struct instanceof Item ? struct : null
  }

  private typeOf({ up, root }: Container): AbstractType<unknown> {
    const type: unknown =
      up?.item.content instanceof ContentType ? up.item.content.type : this.body.share.get(root)
    return (type as AbstractType<unknown> | undefined) ?? new AbstractType()
  }
}

const startsAt = (item: Item | null, id: ID | null): boolean => item?.id.clock === id?.clock

/** The next thing that the same person typed, behind the last. */
const isTypedOn = (before: Item | undefined, { id, origin, rightOrigin }: Item): boolean =>
  before !== undefined &&
  before.id.client === id.client &&
  origin?.client === id.client &&
  origin.clock === before.id.clock + before.length - 1 &&
  before.rightOrigin?.client === rightOrigin?.client &&
  before.rightOrigin?.clock === rightOrigin?.clock
