import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding'

// Writes updates that no honest program writes, byte by byte (Yjs update format, version 1).

export interface Id {
  readonly client: number
  readonly clock: number
}

export type Content =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'deleted'; readonly length: number }
  | { readonly kind: 'value'; readonly value: string | number | Record<string, number> }
  | { readonly kind: 'element'; readonly name: string }
  | { readonly kind: 'map' }
  | { readonly kind: 'subdocument' }

export type Struct =
  | { readonly kind: 'skip' | 'gone'; readonly length: number }
  | {
      readonly kind: 'item'
      readonly left?: Id
      readonly right?: Id
      /** Only where there are no neighbours. */
      readonly parent?: Id | string
      readonly key?: string
      readonly content: Content
    }

export interface Run extends Id {
  readonly structs: readonly Struct[]
}

export interface Deleted extends Id {
  readonly length: number
}

export function forge(runs: readonly Run[], deleted: readonly Deleted[] = []): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, runs.length)
  for (const { client, clock, structs } of runs) {
    writeVarUint(encoder, structs.length)
    writeId(encoder, { client, clock })
    for (const struct of structs) writeStruct(encoder, struct)
  }
  writeVarUint(encoder, deleted.length)
  for (const { client, clock, length } of deleted) {
    for (const number of [client, 1, clock, length]) writeVarUint(encoder, number)
  }
  return toUint8Array(encoder)
}

const references: Record<Content['kind'], number> = {
  deleted: 1,
  words: 4,
  element: 7,
  map: 7,
  value: 8,
  subdocument: 9,
}

function writeStruct(encoder: Encoder, struct: Struct): void {
  if (struct.kind !== 'item') {
    writeUint8(encoder, struct.kind === 'skip' ? 10 : 0)
    writeVarUint(encoder, struct.length)
    return
  }
  const { left, right, parent, key, content } = struct
  const hasNeighbour = left !== undefined || right !== undefined
  const flags = (left ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20)
  writeUint8(encoder, references[content.kind] | flags)
  if (left) writeId(encoder, left)
  if (right) writeId(encoder, right)
  if (!hasNeighbour) {
    writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'object') writeId(encoder, parent)
    else writeVarString(encoder, parent ?? '')
    if (key !== undefined) writeVarString(encoder, key)
  }
  writeContent(encoder, content)
}

function writeContent(encoder: Encoder, content: Content): void {
  if (content.kind === 'words') writeVarString(encoder, content.words)
  if (content.kind === 'deleted') writeVarUint(encoder, content.length)
  if (content.kind === 'map') writeVarUint(encoder, 1)
  if (content.kind === 'value') {
    writeVarUint(encoder, 1)
    writeAny(encoder, content.value)
  }
  if (content.kind === 'element') {
    writeVarUint(encoder, 3)
    writeVarString(encoder, content.name)
  }
  if (content.kind === 'subdocument') {
    writeVarString(encoder, 'guid')
    writeAny(encoder, {})
  }
}

function writeId(encoder: Encoder, { client, clock }: Id): void {
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
}
