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
  /** Everybody who is here, for one who comes; null where nobody is. */
  readonly everybody: () => Uint8Array | null
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
  const portOf = new Map<number, Port>()
  const ports = new Set<Port>()

  awareness.on('update', ({ added, updated, removed }: Change, origin: unknown) => {
    const from = origin as Port
    // One that came back over a new port must outlast the old port's end.
    if (ports.has(from)) for (const client of [...added, ...updated]) portOf.set(client, from)
    for (const client of removed) portOf.delete(client)
    const update = encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])
    tellOthers(origin, awarenessFrame(update))
  })

  const relay: AwarenessRelay = {
    receive: (update, from) => {
      ports.add(from)
      applyAwarenessUpdate(awareness, update, from)
    },
    everybody: () => {
      const clients = [...awareness.getStates().keys()]
      return clients.length > 0 ? awarenessFrame(encodeAwarenessUpdate(awareness, clients)) : null
    },
    left: port => {
      ports.delete(port)
      const gone = [...portOf].filter(([, owner]) => owner === port).map(([client]) => client)
      removeAwarenessStates(awareness, gone, port)
    },
    close: () => awareness.destroy(),
  }
  return relay
}
