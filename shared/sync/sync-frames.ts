import { createDecoder, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync'
import type { Doc } from 'yjs'

/*
 * The messages between a window and its host, byte for byte those of y-websocket, so that the same host can later
 * serve the network; `flush` is ours and goes over the window's port only.
 */

export type SyncFrame =
  /** "This is what I have; send me the rest." */
  | { readonly kind: 'state'; readonly vector: Uint8Array }
  /** The answer to `state`. */
  | { readonly kind: 'rest'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  /** Host → window "have you sent everything?", window → host "yes, all before this". */
  | { readonly kind: 'flush'; readonly round: number }

const sync = 0
const awareness = 1
const flush = 100

/** Reads one message. Throws an Error for anything that is none. */
export function readFrame(bytes: Uint8Array): SyncFrame {
  const decoder = createDecoder(bytes)
  switch (readVarUint(decoder)) {
    case sync:
      return readSync(decoder)
    case awareness:
      return { kind: 'awareness', update: readVarUint8Array(decoder) }
    case flush:
      return { kind: 'flush', round: readVarUint(decoder) }
    default:
      throw new Error('Unknown kind of message')
  }
}

function readSync(decoder: Decoder): SyncFrame {
  switch (readVarUint(decoder)) {
    case 0:
      return { kind: 'state', vector: readVarUint8Array(decoder) }
    case 1:
      return { kind: 'rest', update: readVarUint8Array(decoder) }
    case 2:
      return { kind: 'update', update: readVarUint8Array(decoder) }
    default:
      throw new Error('Unknown kind of sync message')
  }
}

export const stateFrame = (body: Doc): Uint8Array => frame(sync, encoder => writeSyncStep1(encoder, body))

export const restFrame = (body: Doc, vector: Uint8Array): Uint8Array =>
  frame(sync, encoder => writeSyncStep2(encoder, body, vector))

export const updateFrame = (update: Uint8Array): Uint8Array =>
  frame(sync, encoder => writeUpdate(encoder, update))

export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  frame(awareness, encoder => writeVarUint8Array(encoder, update))

export const flushFrame = (round: number): Uint8Array => frame(flush, encoder => writeVarUint(encoder, round))

function frame(kind: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, kind)
  write(encoder)
  return toUint8Array(encoder)
}
