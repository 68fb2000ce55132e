import { joinSegments, pack, splitSegments, unpack, type Segment } from './segments'

const localHeader = 0x04034b50
/** Sizes stand behind the content instead of before it. */
const sizesLater = 8

/** A zip with its entries as they were before; null for one that is built in another way than ours. */
export function unpackZip(zip: Uint8Array): Uint8Array | null {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const segments: Segment[] = []
  let at = 0
  while (at + 30 <= view.length && view.readUInt32LE(at) === localHeader) {
    const [flags, method, size] = [
      view.readUInt16LE(at + 6),
      view.readUInt16LE(at + 8),
      view.readUInt32LE(at + 18),
    ]
    const begin = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
    if ((flags & sizesLater) !== 0 || begin + size > view.length) return null
    segments.push({ kind: 'plain', bytes: view.subarray(at, begin) })
    const content = view.subarray(begin, begin + size)
    segments.push(method === 8 ? unpack('deflate', content) : { kind: 'plain', bytes: content })
    at = begin + size
  }
  return joinSegments([...segments, { kind: 'plain', bytes: view.subarray(at) }])
}

export const packZip = (unpacked: Uint8Array): Uint8Array => Buffer.concat(splitSegments(unpacked).map(pack))
