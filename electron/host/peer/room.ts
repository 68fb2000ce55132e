import { peekVarUint, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { WebSocket, type ClientOptions } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import { Doc } from 'yjs'
import { schemaVersion } from '../../../shared/report/schema-version'
import { roomName, type RoomKind } from '../../../shared/session/messages'
import { readDenial, type Denial } from '../../../shared/sync/denial'
import { tlsOptionsOf, type PinnedHost } from '../identity/pinned'

/** A session that the host has opened for this computer. */
export interface OpenSession {
  readonly host: PinnedHost
  readonly report: string
  readonly token: string
  /** By how many ms this computer's clock is ahead of the host's. */
  readonly ahead: number
}

export interface RoomEvents {
  /** Takes a change of the host's into the document; `origin` is for the transaction (see `isFromHost`). */
  readonly take: (update: Uint8Array, origin: unknown) => void
  /** The host's first answer is in. */
  readonly onSync: () => void
  /** A later answer to "what do I lack" is in. */
  readonly onAnswer: () => void
  readonly onPresence: (update: Uint8Array) => void
  /** The connection is over; `code` is the host's, 1006 where the network was cut. */
  readonly onEnd: (end: RoomEnd) => void
  /** What the host sent is no message. */
  readonly onBug: (error: unknown) => void
}

export interface RoomEnd {
  readonly code: number
  readonly reason: string
  /** What the host said before a refusal. */
  readonly denial: Denial | null
}

/** One connection to one room of the host. */
export interface Room {
  /** Sends a message as it is; false where the connection is not open. */
  readonly send: (frame: Uint8Array) => boolean
  readonly close: () => void
}

/** Whether a change came from a host, and not from this computer. */
export const isFromHost = (origin: unknown): boolean => origin instanceof WebsocketProvider

const handshake = 10_000
/** As a WebSocket says it. */
const cut = { code: 1006, reason: '' }
const [sync, presence, permission] = [0, 1, 2]
/** Messages of y-protocols/sync: what somebody has, the answer to it, and (2) a change. */
const [state, rest] = [0, 1]

/** Joins a room over y-websocket, once: who wants to come back opens a session first. */
export function joinRoom(session: OpenSession, kind: RoomKind, doc: Doc, events: RoomEvents): Room {
  const { host, report, token } = session
  const awareness = quiet(doc)
  const provider = new WebsocketProvider(host.url, roomName(report, kind), doc, {
    params: { token, schema: String(schemaVersion) },
    disableBc: true,
    awareness,
    shouldReconnect: () => false,
    // Node's own type for it differs in name only.
    WebSocketPolyfill: socketTo(host) as unknown as typeof globalThis.WebSocket,
  })
  // It would say goodbye for the awareness that is nobody's; and eleven of them make Node warn of a leak.
  process.off('exit', provider._exitHandler)
  let denial: Denial | null = null
  hear(provider, { ...events, onDenial: said => (denial = said) })
  let isOver = false
  const destroy = (): void => {
    provider.destroy()
    awareness.destroy()
  }
  provider.on('connection-close', event => {
    if (isOver) return
    isOver = true
    const { code, reason } = (event ?? cut) as Pick<RoomEnd, 'code' | 'reason'>
    // Only once the provider has finished with the connection may it be destroyed.
    queueMicrotask(() => {
      destroy()
      events.onEnd({ code, reason, denial })
    })
  })
  return {
    send: frame => {
      const socket = provider.ws as unknown as WebSocket | null
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(frame)
      return true
    },
    close: () => {
      if (isOver) return
      isOver = true
      destroy()
    },
  }
}

function socketTo(host: PinnedHost): new (url: string | URL) => WebSocket {
  const pinned = tlsOptionsOf(host) as ClientOptions
  const options = { ...pinned, handshakeTimeout: handshake, perMessageDeflate: false }
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, options)
    }
  }
}

/**
 * Who is here goes its own way (presence-link.ts): the provider's would send everything that it hears back to the host,
 * and forget this computer's windows with every lost connection.
 */
function quiet(doc: Doc): Awareness {
  const nobody = new Doc()
  nobody.clientID = doc.clientID
  const awareness = new Awareness(nobody)
  awareness.setLocalState(null)
  return awareness
}

type Handlers = Pick<RoomEvents, 'take' | 'onSync' | 'onAnswer' | 'onPresence' | 'onBug'> & {
  readonly onDenial: (denial: Denial | null) => void
}

function hear(provider: WebsocketProvider, events: Handlers): void {
  const [receive] = provider.messageHandlers
  let hasAnswered = false
  const handlers: typeof provider.messageHandlers = []
  handlers[sync] = (...args) => {
    const [, decoder] = args
    const step = peekVarUint(decoder)
    if (step === state) receive?.(...args)
    else events.take(readVarUint8Array(skip(decoder)), provider)
    if (step !== rest) return
    if (hasAnswered) events.onAnswer()
    else events.onSync()
    hasAnswered = true
  }
  handlers[presence] = (_encoder, decoder) => events.onPresence(readVarUint8Array(decoder))
  handlers[permission] = (_encoder, decoder) => {
    readVarUint(decoder)
    events.onDenial(readDenial(readVarString(decoder)))
  }
  // A message that is none must not take the program along.
  provider.messageHandlers = handlers.map(handler => (...args) => {
    try {
      handler(...args)
    } catch (error) {
      events.onBug(error)
      provider.ws?.close()
    }
  })
}

function skip(decoder: Decoder): Decoder {
  readVarUint(decoder)
  return decoder
}
