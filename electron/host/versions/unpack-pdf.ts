import { inflateSync } from 'node:zlib'
import { joinSegments, pack, splitSegments, type Segment } from './segments'

/*
 * A PDF as Typst writes it: objects one after the other with their numbers in order, a table of where they are. Adding a
 * paragraph moves everything behind it, so three things are kept in another way than they are written: pages before
 * compression, references by how far away their object is, and the table not at all.
 */

const latin = 'latin1'

/** The same PDF with its streams compressed by us; null for one that is built in another way than Typst's. */
export function repackPdf(pdf: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(pdf)
  return segments && assemble(segments)
}

/** What `repackPdf` gives, unpacked; null where that would not lead back to it. */
export function unpackPdf(pdf: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(pdf)
  if (!segments) return null
  let object = 0
  const relative = segments.map(segment => {
    if (segment.kind !== 'plain') return segment
    const text = textOf(segment).replace(numbers, (found, begun?: string, other?: string) => {
      if (begun !== undefined) object = Number(begun)
      return other === undefined ? found : `@${Number(other) - object} R`
    })
    return plain(text)
  })
  const unpacked = joinSegments(relative)
  return Buffer.compare(packPdf(unpacked), pdf) === 0 ? unpacked : null
}

/** Throws a RangeError or a SyntaxError where it is not what `unpackPdf` gives. */
export function packPdf(unpacked: Uint8Array): Uint8Array {
  let object = 0
  const absolute = splitSegments(unpacked).map(segment => {
    if (segment.kind !== 'plain') return segment
    const text = textOf(segment).replace(distances, (found, begun?: string, distance?: string) => {
      if (begun !== undefined) object = Number(begun)
      return distance === undefined ? found : `${Number(distance) + object} 0 R`
    })
    return plain(text)
  })
  return assemble(absolute)
}

const numbers = /(?<=^|\n)(\d+) 0 obj\n|\b(\d+) 0 R\b/g
const distances = /(?<=^|\n)(\d+) 0 obj\n|@(-?\d+) R\b/g
const length = /\/Length \d+/

const textOf = ({ bytes }: Segment): string => Buffer.from(bytes).toString(latin)
const plain = (text: string): Segment => ({ kind: 'plain', bytes: Buffer.from(text, latin) })

/** Text and streams by turns, up to the table; the last is the trailer's text. */
function segmentsOf(pdf: Uint8Array): Segment[] | null {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = bytes.toString(latin)
  const segments: Segment[] = []
  let at = 0
  for (;;) {
    const found = text.indexOf('>>\nstream\n', at)
    if (found < 0) break
    const begin = found + '>>\nstream\n'.length
    const head = text.slice(Math.max(at, text.lastIndexOf(' 0 obj\n', found)), found)
    const size = Number(/\/Length (\d+)/.exec(head)?.[1] ?? -1)
    if (size < 0 || !text.startsWith('\nendstream', begin + size)) return null
    const isPacked = head.includes('/Filter /FlateDecode')
    // The length is that of the packed stream, and follows from it.
    segments.push(plain(at === found ? '' : withLength(text.slice(at, begin), 0, isPacked)))
    const content = bytes.subarray(begin, begin + size)
    const raw = isPacked ? inflated(content) : content
    if (!raw) return null
    segments.push({ kind: isPacked ? 'zlib' : 'plain', bytes: raw })
    at = begin + size
  }
  const table = text.indexOf('\nxref\n0 ', at)
  const trailer = text.indexOf('\ntrailer\n', table)
  const end = text.indexOf('\nstartxref\n', trailer)
  if (table < 0 || trailer < 0 || end < 0) return null
  return [...segments, plain(text.slice(at, table + 1)), plain(text.slice(trailer + 1, end + 1))]
}

/** With the last length in the text replaced. */
function withLength(text: string, size: number, isPacked: boolean): string {
  if (!isPacked) return text
  const from = text.lastIndexOf(' 0 obj\n')
  return text.slice(0, from) + text.slice(from).replace(length, `/Length ${size}`)
}

function inflated(content: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(content)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

function assemble(segments: readonly Segment[]): Uint8Array {
  const [body, trailer] = [segments.slice(0, -1), segments.at(-1)]
  const places = new Map<number, number>()
  const written: Uint8Array[] = []
  let at = 0
  const write = (bytes: Uint8Array): void => {
    written.push(bytes)
    at += bytes.length
  }
  for (const [index, segment] of body.entries()) {
    const next = body[index + 1]
    const packed = next?.kind === 'zlib' ? pack(next) : null
    const bytes =
      segment.kind === 'plain' && packed
        ? Buffer.from(withLength(textOf(segment), packed.length, true), latin)
        : pack(segment)
    // Only text has objects; what looks like one within a picture is none.
    if (segment.kind === 'plain' && index % 2 === 0) notePlaces(bytes, at, places)
    write(bytes)
  }
  const table = at
  write(tableOf(places))
  if (trailer) write(trailer.bytes)
  write(Buffer.from(`startxref\n${table}\n%%EOF`, latin))
  return Buffer.concat(written)
}

function notePlaces(bytes: Uint8Array, at: number, places: Map<number, number>): void {
  const text = Buffer.from(bytes).toString(latin)
  for (const { 1: object, index } of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g))
    places.set(Number(object), at + index)
}

function tableOf(places: ReadonlyMap<number, number>): Uint8Array {
  const last = Math.max(0, ...places.keys())
  const lines = Array.from({ length: last }, (_, index) => {
    const place = places.get(index + 1)
    return place === undefined ? '0000000000 65535 f\r\n' : `${String(place).padStart(10, '0')} 00000 n\r\n`
  })
  return Buffer.from(`xref\n0 ${last + 1}\n0000000000 65535 f\r\n${lines.join('')}`, latin)
}
