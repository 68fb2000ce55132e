import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { Presence } from '../../../shared/sync/presence'
import type { Rules } from '../report-host/rules'
import type { Session } from './session-door'

/** Who shows themselves under which client id in one room. */
export interface ShownClients {
  /** False where the id is another member's. */
  readonly claim: (client: number, member: string) => boolean
  readonly release: (clients: Iterable<number>) => void
}

/** One peer's part in it. */
export interface Guest {
  readonly awareness: Rules['awareness']
  readonly left: () => void
}

export interface Entry {
  readonly client: number
  readonly clock: number
  readonly state: unknown
}

const longestState = 4_000
/** Windows of one machine; also bounds what is kept of a peer. */
const mostClients = 50
/** Ids of those who left that stay theirs. */
const mostLeft = 2_000

/**
 * `ownerOf`: who has written under an id. Whoever has not written yet owns the id they showed themselves with first,
 * also after they left: a standard client may repeat their last word a moment later, and would else become them.
 */
export function createShownClients(ownerOf: (client: number) => string | undefined): ShownClients {
  const shown = new Map<number, string>()
  const left = new Map<number, string>()
  return {
    claim: (client, member) => {
      const owner = ownerOf(client) ?? shown.get(client) ?? left.get(client)
      if (owner !== undefined && owner !== member) return false
      shown.set(client, member)
      left.delete(client)
      return true
    },
    release: clients => {
      for (const client of clients) {
        left.set(client, shown.get(client) ?? '')
        shown.delete(client)
      }
      for (const [oldest] of left)
        if (left.size > mostLeft) left.delete(oldest)
        else break
    },
  }
}

/**
 * Lets a peer show its own places only, under the member's own name, and not too often. Standard clients repeat what
 * they hear of others, so what is another's is left out rather than punished.
 */
export function guestAwareness(session: Session, clients: ShownClients, pace: number): Guest {
  const own = new Set<number>()
  let waiting = new Map<number, Entry>()
  let isPausing = false

  const isOwn = (client: number): boolean => {
    if (!own.has(client) && own.size >= mostClients) return false
    if (!clients.claim(client, session.member)) return false
    own.add(client)
    return true
  }
  const named = ({ client, clock, state }: Entry): Entry => {
    const { member, name } = session
    const seen = state === null ? null : { ...Presence.parse(state), user: { id: member, name } }
    return { client, clock, state: seen }
  }
  const send = (pass: (update: Uint8Array) => void): void => {
    isPausing = waiting.size > 0
    if (!isPausing) return
    pass(writeEntries([...waiting.values()]))
    waiting = new Map()
    setTimeout(() => send(pass), pace).unref()
  }
  return {
    awareness: (update, pass) => {
      for (const entry of readEntries(update))
        if (entry.state === null ? own.has(entry.client) : isOwn(entry.client))
          waiting.set(entry.client, named(entry))
      if (!isPausing) send(pass)
    },
    left: () => clients.release(own),
  }
}

/** Throws an Error for what is no awareness update. */
export function readEntries(update: Uint8Array): Entry[] {
  const decoder = createDecoder(update)
  const count = readVarUint(decoder)
  const entries: Entry[] = []
  for (let at = 0; at < count; at++) {
    const client = readVarUint(decoder)
    const clock = readVarUint(decoder)
    const text = readVarString(decoder)
    if (text.length > longestState) throw new Error(`State of ${text.length} characters`)
    entries.push({ client, clock, state: JSON.parse(text) })
  }
  if (hasContent(decoder)) throw new Error('Bytes behind the awareness update')
  return entries
}

export function writeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, clock)
    writeVarString(encoder, JSON.stringify(state))
  }
  return toUint8Array(encoder)
}
