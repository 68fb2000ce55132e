import { findIndexSS, getState, Item, type Doc } from 'yjs'
import type { Incoming } from './incoming'
import type { ReadUpdate } from './read-update'
import { refuse } from './refusal'

/** Visits every live item of the report that an update deletes, in whole or in part. Refuses deletions ahead of time. */
export function eachDeleted(
  incoming: Incoming,
  deleted: ReadUpdate['deleted'],
  { store }: Doc,
  visit: (item: Item) => void,
): void {
  for (const [client, ranges] of deleted.clients) {
    const have = getState(store, client)
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      const end = clock + len
      // Yjs would keep it and carry it out when the time has come, unseen.
      if (len < 1 || end > incoming.clockAfter(client))
        refuse('gap', `Deletes ${client}:${clock}, not there yet`)
      if (clock >= have) continue
      for (let at = findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= end) break
        if (struct instanceof Item && !struct.deleted) visit(struct)
      }
    }
  }
}
