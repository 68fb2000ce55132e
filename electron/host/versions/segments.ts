import { inflateRawSync, inflateSync } from 'node:zlib'
import { deflateSync, zlibSync } from 'fflate'

/*
 * A packed file, unpacked: what stood compressed in it as it was before. Two drafts are then alike wherever their words
 * are, and one can be kept as a difference to the other.
 *
 * Packing must give the same bytes on every computer and for years: the compression is fflate's at a fixed level, which is
 * JavaScript, and held by a test with bytes of today. Node's own differs between processors.
 */

const kinds = ['plain', 'deflate', 'zlib'] as const

export interface Segment {
  /** How the bytes stand in the file. */
  readonly kind: (typeof kinds)[number]
  readonly bytes: Uint8Array
}

const level = { level: 6 } as const

export const pack = ({ kind, bytes }: Segment): Uint8Array => {
  if (kind === 'plain') return bytes
  return kind === 'deflate' ? deflateSync(bytes, level) : zlibSync(bytes, level)
}

/** A compressed piece as it was before; plain where packing it again would give other bytes. */
export function unpack(kind: 'deflate' | 'zlib', packed: Uint8Array): Segment {
  const bytes = kind === 'deflate' ? inflateRawSync(packed) : inflateSync(packed)
  const segment = { kind, bytes }
  return Buffer.compare(pack(segment), packed) === 0 ? segment : { kind: 'plain', bytes: packed }
}

/** One line of JSON with kinds and lengths, then all bytes. */
export const joinSegments = (segments: readonly Segment[]): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `${JSON.stringify(segments.map(({ kind, bytes }) => [kinds.indexOf(kind), bytes.length]))}\n`,
    ),
    ...segments.map(({ bytes }) => bytes),
  ])

/** Throws a RangeError or a SyntaxError where it is not what `joinSegments` writes. */
export function splitSegments(joined: Uint8Array): Segment[] {
  const line = joined.indexOf(10)
  const sizes: unknown = JSON.parse(Buffer.from(joined.subarray(0, line)).toString())
  if (!Array.isArray(sizes)) throw new RangeError('No list of segments')
  let at = line + 1
  return sizes.map((size: unknown) => {
    const [kind, length] = Array.isArray(size) ? (size as unknown[]) : []
    const known = kinds[Number(kind)]
    if (!known || typeof length !== 'number') throw new RangeError('No segment')
    const bytes = joined.subarray(at, at + length)
    at += length
    return { kind: known, bytes }
  })
}
