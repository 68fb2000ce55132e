import { createDecoder, readVarUint } from 'lib0/decoding'
import { decodeUpdate, type GC, type Item, type Skip } from 'yjs'
import { refuse } from './refusal'

export interface Limits {
  readonly bytes: number
  /** Structs: runs of typing, elements, attributes. */
  readonly structs: number
  /** How far one struct may move a client's clock. */
  readonly length: number
}

/** Far above a week of offline work on a report of 1 000 pages (6 MB), far below what stops a host. */
export const defaultLimits: Limits = { bytes: 16_000_000, structs: 1_000_000, length: 100_000_000 }

export interface ReadUpdate {
  readonly structs: readonly (Item | GC | Skip)[]
  readonly deleted: ReturnType<typeof decodeUpdate>['ds']
}

/** Decodes an update without touching a document. Refuses what is malformed or too large. */
export function readUpdate(update: Uint8Array, limits: Limits): ReadUpdate {
  if (update.length > limits.bytes) refuse('too-large', `${update.length} bytes`)
  const { structs, ds: deleted } = decode(update)
  if (structs.length > limits.structs) refuse('too-large', `${structs.length} structs`)
  for (const struct of structs)
    if (struct.length < 1 || struct.length > limits.length) refuse('malformed', 'Length of a struct')
  checkRuns(update, structs)
  return { structs, deleted }
}

function decode(update: Uint8Array): ReturnType<typeof decodeUpdate> {
  try {
    return decodeUpdate(update)
  } catch (error) {
    // Yjs throws whatever comes first: end of bytes, bad JSON, a stack that is too deep.
    return refuse('malformed', String(error))
  }
}

/*
 * `applyUpdate` keeps the structs of a client in a map, so of two runs of one client the second replaces the first,
 * while `decodeUpdate` lists both. What we inspect would not be what is applied: the second run alone is a gap.
 */
function checkRuns(update: Uint8Array, structs: ReadUpdate['structs']): void {
  let runs = 0
  const seen = new Set<number>()
  let last = -1
  for (const { id } of structs) {
    if (id.client === last) continue
    last = id.client
    runs++
    seen.add(last)
  }
  const announced = readVarUint(createDecoder(update))
  if (runs !== announced || seen.size !== announced) refuse('malformed', 'Two runs of one client')
}
