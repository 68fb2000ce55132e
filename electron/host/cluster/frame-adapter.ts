import type { Document, Hocuspocus, WebSocketLike } from '@hocuspocus/server'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { Failure } from '../../../shared/ipc/failure'
import { awarenessFrame, type SyncFrame } from '../../../shared/sync/sync-frames'
import { unreachable } from '../../../shared/util/exhaustive'
import { hearLeft, tellLeft } from './who-left'
import { readEntries } from '../committee/who-is-here'
import { checkFrame } from '../report-host/check-frame'
import type { Port } from '../report-host/port'
import type { Rules } from '../report-host/rules'
import { words } from './words'

/*
 * Between y-websocket's messages and Hocuspocus'. Hocuspocus puts the document's name before every message, wants a
 * token first, and has kinds of its own:
 *
 *   0 sync, 1 awareness     as y-websocket's
 *   2 auth                  0 token (to it), 1 refused, 2 let in
 *   4 sync, without an answer being expected: sync for y-websocket
 *   5 stateless            of another instance: who left there (see who-left.ts)
 *   7 close                 it is done with this connection
 *   8 sync status           nothing that y-websocket knows
 */
const sync = 0
const awareness = 1
const auth = 2
const syncReply = 4
const stateless = 5
const closing = 7

/** What `beforeSync` is given to decide with. */
export interface PeerContext {
  /** Writes the change and tells the others. Rejects, with the peer already shut out, where it may not be. */
  readonly admit: (update: Uint8Array) => Promise<void>
}

export interface Adapted {
  readonly document: string
  readonly context: PeerContext
  /** What of a peer's awareness others may see. */
  readonly awareness: Rules['awareness']
  /** Hears why a port was closed here. */
  readonly onShutOut: (error: unknown) => void
}

const states = { open: 1, closed: 3 }

/** Lets a peer that speaks y-websocket's messages into a document of Hocuspocus, until its port closes. */
export function connectFrames(hocuspocus: Hocuspocus<PeerContext>, port: Port, adapted: Adapted): void {
  let isOpen = true
  const shown = new Set<number>()
  const document = (): Document | undefined => hocuspocus.documents.get(adapted.document)
  const shutOut = (error: unknown): void => {
    if (!isOpen) return
    adapted.onShutOut(error)
    port.close(error)
  }
  const socket: WebSocketLike = {
    get readyState() {
      return isOpen ? states.open : states.closed
    },
    send: message => {
      if (isOpen && message instanceof Uint8Array) toPeer(message, port, { shutOut, document })
    },
    close: () => shutOut(new Failure('not-ready', words.databaseGone)),
  }
  const connection = hocuspocus.handleConnection(socket, new Request('http://cluster/'), adapted.context)
  const toDocument = (message: Uint8Array): void => {
    if (isOpen) connection.handleMessage(addressed(adapted.document, message))
  }
  port.onClose(() => {
    isOpen = false
    if (shown.size > 0) tellLeft(document(), [...shown])
    connection.handleClose({ code: 1000, reason: 'closed' })
  })
  const receive = receiver(toDocument, (update, pass) =>
    adapted.awareness(update, own => {
      for (const { client } of readEntries(own)) shown.add(client)
      pass(own)
    }),
  )
  port.onMessage(message => {
    if (!isOpen) return
    try {
      receive(checkFrame(message), message as Uint8Array)
    } catch (error) {
      shutOut(error)
    }
  })
  toDocument(letIn)
}

/** Passes on what a peer says, as far as it may be said. */
function receiver(toDocument: (message: Uint8Array) => void, hearAwareness: Rules['awareness']) {
  // A peer may send keys before it has handed over what was written offline; the answer to our question holds them.
  let hasAnswered = false
  return (frame: SyncFrame, message: Uint8Array): void => {
    switch (frame.kind) {
      case 'rest':
        hasAnswered = true
        toDocument(message)
        break
      case 'state':
        toDocument(message)
        break
      case 'update':
        if (hasAnswered) toDocument(message)
        break
      case 'awareness':
        hearAwareness(frame.update, update => toDocument(awarenessFrame(update)))
        break
      case 'flush':
        break
      default:
        unreachable(frame)
    }
  }
}

interface Heard {
  readonly shutOut: (error: unknown) => void
  readonly document: () => Document | undefined
}

function toPeer(message: Uint8Array, port: Port, { shutOut, document }: Heard): void {
  const decoder = createDecoder(message)
  readVarString(decoder)
  const start = decoder.pos
  const kind = readVarUint(decoder)
  if (kind === sync || kind === awareness) port.send(message.subarray(start))
  else if (kind === syncReply) port.send(framed(sync, message.subarray(decoder.pos)))
  else if (kind === stateless) hearLeft(document(), readVarString(decoder))
  // The document could not be opened, or Hocuspocus gave up on the connection: the peer may come back.
  else if (kind === closing || (kind === auth && readVarUint(decoder) === 1))
    shutOut(new Failure('not-ready', words.databaseGone))
}

function framed(kind: number, content: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, kind)
  writeUint8Array(encoder, content)
  return toUint8Array(encoder)
}

function addressed(document: string, message: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, document)
  writeUint8Array(encoder, message)
  return toUint8Array(encoder)
}

/** The token that Hocuspocus wants. Whoever comes here has proven who they are at the door. */
const letIn = (() => {
  const encoder = createEncoder()
  writeVarUint(encoder, auth)
  writeVarUint(encoder, 0)
  writeVarString(encoder, 'member')
  return toUint8Array(encoder)
})()
