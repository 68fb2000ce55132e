import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { awarenessFrame } from '../../../shared/sync/sync-frames'
import type { AwarenessRelay } from '../report-host/awareness-relay'

/** What connects a report's windows with those of other machines: who is here, and where. */
export interface PresenceLink {
  readonly receive: (update: Uint8Array) => void
  /** The connection is over: nobody knows any more where others are. */
  readonly close: () => void
}

interface Change {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly removed: readonly number[]
}

/** Tells a host of this computer's windows and of nobody else, and the windows of everybody it tells of. */
export function linkPresence(relay: AwarenessRelay, send: (frame: Uint8Array) => void): PresenceLink {
  const { awareness } = relay
  const link: PresenceLink = {
    receive: update => applyAwarenessUpdate(awareness, update, link),
    close: () => {
      awareness.off('update', tell)
      removeAwarenessStates(awareness, clients(false), link)
    },
  }
  // A window that closes is no window any more when this is told of it.
  const shown = new Set<number>()
  const tell = ({ added, updated, removed }: Change, origin: unknown): void => {
    if (origin === link) return
    for (const client of [...added, ...updated]) if (relay.isWindow(client)) shown.add(client)
    const own = [...added, ...updated, ...removed].filter(client => shown.has(client))
    for (const client of removed) shown.delete(client)
    if (own.length > 0) send(awarenessFrame(encodeAwarenessUpdate(awareness, own)))
  }
  const clients = (areWindows: boolean): number[] =>
    [...awareness.getStates().keys()].filter(client => relay.isWindow(client) === areWindows)

  // A host that has just dropped the last connection takes nothing that it has heard before. Windows that hear they are
  // gone say so once more.
  const windows = clients(true)
  awareness.on('update', tell)
  removeAwarenessStates(awareness, windows, link)
  return link
}
