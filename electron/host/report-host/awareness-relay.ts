import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { awarenessFrame } from '../../../shared/sync/sync-frames'
import type { Port } from './port'

/** Passes on who is where (cursors, names); nothing of it is stored. */
export interface AwarenessRelay {
  /** Throws an Error for what is no awareness update. */
  readonly receive: (update: Uint8Array, from: Port) => void
  readonly left: (port: Port) => void
  readonly close: () => void
}

interface Change {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

export function relayAwareness(body: Doc, tellOthers: (origin: unknown, frame: Uint8Array) => void) {
  const awareness = new Awareness(body)
  awareness.setLocalState(null)
  const clientsOf = new Map<Port, Set<number>>()

  awareness.on('update', ({ added, updated, removed }: Change, origin: unknown) => {
    const known = clientsOf.get(origin as Port)
    if (known) for (const client of added) known.add(client)
    const update = encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])
    tellOthers(origin, awarenessFrame(update))
  })

  const relay: AwarenessRelay = {
    receive: (update, from) => {
      if (!clientsOf.has(from)) clientsOf.set(from, new Set())
      applyAwarenessUpdate(awareness, update, from)
    },
    left: port => {
      removeAwarenessStates(awareness, [...(clientsOf.get(port) ?? [])], port)
      clientsOf.delete(port)
    },
    close: () => awareness.destroy(),
  }
  return relay
}
