import type { Map as YMap, YEvent } from 'yjs'

export interface WatchedRecords<Id extends string, Value> {
  /** The same value until something in it changes; unchanged records keep their identity. */
  readonly read: () => ReadonlyMap<Id, Value>
  readonly stop: () => void
}

/** Reads records of the shared document once, and afterwards only those that changed. */
export function watchRecords<Id extends string, Shared, Value>(
  records: YMap<Shared>,
  readOne: (shared: Shared, id: Id) => Value,
  onChange: () => void,
): WatchedRecords<Id, Value> {
  let known: ReadonlyMap<Id, Value> = new Map()
  const stale = new Set<string>(records.keys())
  const observe = (events: readonly YEvent<never>[]): void => {
    for (const event of events)
      for (const id of event.path.length > 0 ? [event.path[0]] : event.keys.keys()) stale.add(String(id))
    onChange()
  }
  records.observeDeep(observe as never)
  const read = (): ReadonlyMap<Id, Value> => {
    if (stale.size === 0) return known
    const next = new Map(known)
    for (const id of stale as Set<Id>) {
      const shared = records.get(id)
      if (shared === undefined) next.delete(id)
      else next.set(id, readOne(shared, id))
    }
    stale.clear()
    return (known = next)
  }
  return { read, stop: () => records.unobserveDeep(observe as never) }
}
