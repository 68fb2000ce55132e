import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { AwarenessChange } from '../../../shared/sync/presence'
import { awarenessFrame } from '../../../shared/sync/sync-frames'
import { createPacer } from './pacer'
import type { Port } from './port'

/** Passes on who is where (cursors, names); nothing of it is stored. */
export interface AwarenessRelay {
  /** All that is known of who is here. What a connection to another host changes in it reaches the windows too. */
  readonly awareness: Awareness
  /** Tells again who is at this machine: a connection that begins now knows nobody yet. */
  readonly introduce: () => void
  /** Whether a window of this program shows itself under that id. */
  readonly isWindow: (client: number) => boolean
  /** Throws an Error for what is no awareness update. */
  readonly receive: (update: Uint8Array, from: Port) => void
  /** Everybody who is here, for one who comes; null where nobody is. */
  readonly everybody: () => Uint8Array | null
  readonly left: (port: Port) => void
  readonly close: () => void
}

type Tell = (origin: unknown, frame: Uint8Array) => void

/** Between two messages to a machine about who is where, in ms: carets of many people then travel together. */
const pace = 50

/** After so long without a word a window is asked; y-protocols forgets after 30 s. Milliseconds. */
const silence = 15_000

export function relayAwareness(
  body: Doc,
  tell: { readonly windows: Tell; readonly machines: Tell },
  isWindowPort: (port: Port) => boolean,
): AwarenessRelay {
  const awareness = new Awareness(body)
  awareness.setLocalState(null)
  const portOf = new Map<number, Port>()
  const telling = gatherPlaces(awareness, tell.machines)
  const ports = new Set<Port>()

  awareness.on('update', ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
    const from = origin as Port
    // One that came back over a new port must outlast the old port's end.
    if (ports.has(from)) for (const client of [...added, ...updated]) portOf.set(client, from)
    for (const client of removed) portOf.delete(client)
    const all = [...added, ...updated, ...removed]
    tell.windows(origin, awarenessFrame(encodeAwarenessUpdate(awareness, all)))
    telling.note(all, origin)
  })

  // The timers of a page that nobody sees may be held back for a minute; messages are not. Who hears that they are
  // gone, and is not, says so at once.
  const ask = (): void => {
    for (const [client, port] of portOf) {
      const lastHeard = awareness.meta.get(client)?.lastUpdated ?? 0
      if (isWindowPort(port) && Date.now() - lastHeard >= silence)
        port.send(awarenessFrame(encodeAwarenessUpdate(awareness, [client], new Map())))
    }
  }
  const asking = setInterval(ask, silence / 3)
  asking.unref()

  const relay: AwarenessRelay = {
    awareness,
    introduce: () => {
      const here: AwarenessChange = { added: [], updated: [...portOf.keys()], removed: [] }
      if (portOf.size > 0) awareness.emit('update', [here, relay])
    },
    isWindow: client => {
      const port = portOf.get(client)
      return port !== undefined && isWindowPort(port)
    },
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
    close: () => {
      clearInterval(asking)
      telling.stop()
      awareness.destroy()
    },
  }
  return relay
}

interface Telling {
  readonly note: (clients: readonly number[], origin: unknown) => void
  readonly stop: () => void
}

function gatherPlaces(awareness: Awareness, tell: Tell): Telling {
  const changed = new Map<number, unknown>()
  const pacer = createPacer(pace, () => {
    const origins = new Set(changed.values())
    const update = encodeAwarenessUpdate(awareness, [...changed.keys()])
    changed.clear()
    // Who hears of their own place takes no notice.
    tell(origins.size === 1 ? [...origins][0] : null, awarenessFrame(update))
  })
  return {
    note: (clients, origin) => {
      for (const client of clients) changed.set(client, origin)
      pacer.plan()
    },
    stop: pacer.stop,
  }
}
