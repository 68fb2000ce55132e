import { createDecoder, readUint8, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import type { KeptChange, KeptRows, KeptSubject } from './kept-rows'

/** One step of a recovery file: a change of the report, or of what is kept beside it. */
export type RecoveryRecord =
  | { readonly kind: 'update'; readonly update: Uint8Array }
  /** Kept rows as the file had them when writing failed. */
  | { readonly kind: 'kept'; readonly subject: KeptSubject; readonly change: KeptChange }
  /** A change of theirs since. */
  | { readonly kind: 'change'; readonly subject: KeptSubject; readonly change: KeptChange }

const kinds = ['update', 'kept', 'change'] as const

export function encodeRecord(record: RecoveryRecord): Uint8Array {
  const encoder = createEncoder()
  writeUint8(encoder, kinds.indexOf(record.kind))
  if (record.kind === 'update') writeVarUint8Array(encoder, record.update)
  else {
    writeVarString(encoder, record.subject)
    writeVarUint(encoder, record.change.size)
    for (const [name, bytes] of record.change) {
      writeVarString(encoder, name)
      writeUint8(encoder, bytes === null ? 0 : 1)
      if (bytes !== null) writeVarUint8Array(encoder, bytes)
    }
  }
  return toUint8Array(encoder)
}

/** The checksum held, so it is what was written. Throws what lib0 says of bytes that are no record. */
export function decodeRecord(bytes: Uint8Array): RecoveryRecord {
  const decoder = createDecoder(bytes)
  const kind = kinds[readUint8(decoder)] ?? 'update'
  if (kind === 'update') return { kind, update: readVarUint8Array(decoder) }
  const subject = readVarString(decoder) as KeptSubject
  const change = new Map<string, Uint8Array | null>()
  for (let left = readVarUint(decoder); left > 0; left--) {
    const name = readVarString(decoder)
    change.set(name, readUint8(decoder) === 0 ? null : readVarUint8Array(decoder))
  }
  return { kind, subject, change }
}

export const keptRecords = (rows: KeptRows): RecoveryRecord[] =>
  [...rows].map(([subject, change]) => ({ kind: 'kept', subject, change }))
