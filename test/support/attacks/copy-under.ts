import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'

/** A replica that writes under this id. */
export function copyUnder(body: Doc, client: number): Doc {
  const replica = new Doc()
  applyUpdate(replica, encodeStateAsUpdate(body))
  replica.clientID = client
  return replica
}
