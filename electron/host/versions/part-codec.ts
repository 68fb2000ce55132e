import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { applyDelta, deltaOf } from './delta'

/*
 * How a part lies in the file. Its name is the sha256 of its content, however that is packed.
 *
 *   0, content in brotli
 *   1, sha256 of another part's content (32 bytes), the difference to it in brotli
 */

const [whole, difference] = [0, 1]
const nameLength = 32
/** Bytes; more than any report takes. */
const largest = 400_000_000

export interface Base {
  readonly name: string
  readonly content: Uint8Array
}

export const nameOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

/** The smaller of both ways; without a base, as it is. */
export function encodePart(content: Uint8Array, base?: Base): Uint8Array {
  const alone = Buffer.concat([Buffer.from([whole]), compressed(content)])
  if (!base) return alone
  const name = Buffer.from(base.name, 'hex')
  const beside = Buffer.concat([Buffer.from([difference]), name, compressed(deltaOf(base.content, content))])
  return beside.length < alone.length ? beside : alone
}

/** The part that must be read first; null where there is none. */
export const baseOf = (bytes: Uint8Array): string | null =>
  bytes[0] === difference ? Buffer.from(bytes.subarray(1, 1 + nameLength)).toString('hex') : null

/** `contentOf` answers the base's content. Throws an Error where the bytes are not what `encodePart` writes. */
export function decodePart(bytes: Uint8Array, contentOf: (name: string) => Uint8Array): Uint8Array {
  const base = baseOf(bytes)
  if (base === null && bytes[0] !== whole) throw new RangeError('Packed in no known way')
  const rest = bytes.subarray(base === null ? 1 : 1 + nameLength)
  const unpacked = brotliDecompressSync(rest, { maxOutputLength: largest })
  return base === null ? unpacked : applyDelta(contentOf(base), unpacked)
}

const compressed = (content: Uint8Array): Buffer =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
