import { findIndexSS, getItem, Item, type Doc, type UndoManager } from 'yjs'

type Step = NonNullable<UndoManager['currStackItem']>
type Ranges = Step['insertions']

/** What undoing (or redoing) a step does, as far as anything of it is left to do. */
export interface StepItems {
  readonly toDelete: ReadonlySet<Item>
  readonly toRestore: ReadonlySet<Item>
}

/** Changes nothing. An item that a range covers only in part counts whole: it stands in one place all the same. */
export function itemsOf(step: Step, body: Doc): StepItems {
  const toDelete = new Set<Item>()
  const toRestore = new Set<Item>()
  for (const item of itemsIn(step.insertions, body)) {
    const now = lastCopy(item, body)
    if (!now.deleted) toDelete.add(now)
  }
  for (const item of itemsIn(step.deletions, body)) if (item.deleted && !item.redone) toRestore.add(item)
  return { toDelete, toRestore }
}

/** What was deleted and brought back lives on as a copy. */
export function lastCopy(item: Item, { store }: Doc): Item {
  let now = item
  while (now.redone) {
    const copy: unknown = getItem(store, now.redone)
    if (!(copy instanceof Item)) break
    now = copy
  }
  return now
}

function* itemsIn({ clients }: Ranges, { store }: Doc): Generator<Item> {
  for (const [client, ranges] of clients) {
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges)
      for (let at = findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= clock + len) break
        if (struct instanceof Item) yield struct
      }
  }
}
