import type { Doc } from 'yjs'
import { eachDeleted } from '../gate/each-deleted'
import { incomingOf } from '../gate/incoming'
import type { Verdict } from '../gate/inspect'
import { defaultLimits, readUpdate } from '../gate/read-update'
import { refuse, Refused } from '../gate/refusal'

/** The gate of a room that only the host writes: an answer that brings nothing new is honest, all else is refused. */
export function inspectReadOnly(update: Uint8Array, doc: Doc): Verdict {
  try {
    const read = readUpdate(update, defaultLimits)
    const incoming = incomingOf(read, doc, root => doc.share.has(root))
    if (incoming.structs.length > 0) refuse('no-right', 'Only the host writes here')
    eachDeleted(incoming, read.deleted, doc, () => refuse('no-right', 'Only the host deletes here'))
    return { kind: 'allowed', newClients: [], paths: [], places: [] }
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    throw error
  }
}
