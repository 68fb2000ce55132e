import { ContentType, type Item } from 'yjs'
import type { Place } from './containers'
import { isDeletedBy } from './deleted-ranges'
import type { ReadUpdate } from './read-update'
import { refuse } from './refusal'
import type { Shape } from './shapes'

/**
 * Sees to it that no record is left without what its readers count on: rows of a table, wordings of options, body of a
 * wording. Whole records may come and go.
 */
export class RequiredKeys {
  private due: Map<Item, Set<string>> | undefined
  private met: Map<Item, Set<string>> | undefined

  constructor(private readonly deleted: ReadUpdate['deleted']) {}

  /** A new item; `inside` is the shape of what it holds. */
  came(item: Item, place: Place, inside: Shape | null): void {
    if (inside?.kind === 'record') for (const key of inside.required) this.due = noted(this.due, item, key)
    const holder = holderOfRequired(place)
    if (!holder) return
    if (item.content instanceof ContentType && !isDeletedBy(this.deleted, item))
      this.met = noted(this.met, holder, place.key)
    else this.due = noted(this.due, holder, place.key)
  }

  /** An item of the report that is deleted. */
  went(place: Place): void {
    const holder = holderOfRequired(place)
    if (holder) this.due = noted(this.due, holder, place.key)
  }

  /** Call when everything has come and gone. */
  check(): void {
    for (const [holder, keys] of this.due ?? []) {
      if (isDeletedBy(this.deleted, holder)) continue
      for (const key of keys)
        if (this.met?.get(holder)?.has(key) !== true) refuse('broken-record', `Without ${key}`)
    }
  }
}

function holderOfRequired({ container: { shape, up }, key }: Place): Item | null {
  return shape.kind === 'record' && key !== null && shape.required.includes(key) ? (up?.item ?? null) : null
}

function noted(keys: Map<Item, Set<string>> | undefined, holder: Item, key: string | null) {
  const all = keys ?? new Map<Item, Set<string>>()
  all.set(holder, (all.get(holder) ?? new Set()).add(key ?? ''))
  return all
}
