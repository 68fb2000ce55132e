import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import type { AwarenessChange } from '../../../shared/sync/presence'
import { awarenessFrame } from '../../../shared/sync/sync-frames'
import { readEntries, writeEntries, type Entry } from '../committee/who-is-here'
import type { AwarenessRelay } from '../report-host/awareness-relay'

/** What connects a report's windows with those of other machines: who is here, and where. */
export interface PresenceLink {
  readonly receive: (update: Uint8Array) => void
  /** The connection is over: nobody knows any more where others are. */
  readonly close: () => void
}

/**
 * Tells a host of this computer's windows and of nobody else, and the windows of everybody it tells of. `lost` outlives
 * the link: who was forgotten with a lost connection is told of again with the clock of before, which windows would take
 * for old news.
 */
export function linkPresence(
  relay: AwarenessRelay,
  send: (frame: Uint8Array) => boolean,
  lost: Map<number, number>,
): PresenceLink {
  const { awareness } = relay
  const clockOf = (client: number): number => awareness.meta.get(client)?.clock ?? 0
  const link: PresenceLink = {
    receive: update => {
      // A host that has not noticed the end of the last connection tells of this computer's own windows.
      const others = readEntries(update).filter(({ client }) => !relay.isWindow(client))
      applyAwarenessUpdate(awareness, writeEntries(others.map(entry => newsAfter(entry, lost))), link)
    },
    close: () => {
      awareness.off('update', tell)
      const others = clients(false)
      for (const client of others) lost.set(client, clockOf(client))
      removeAwarenessStates(awareness, others, link)
    },
  }
  // A window that closes is no window any more when this is told of it.
  const shown = new Set<number>()
  const tell = ({ added, updated, removed }: AwarenessChange, origin: unknown): void => {
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

/** The same, its clock so far ahead as it has to be to count after the connection before. */
function newsAfter(entry: Entry, lost: ReadonlyMap<number, number>): Entry {
  const last = lost.get(entry.client)
  return last === undefined ? entry : { ...entry, clock: entry.clock + last + 1 }
}
