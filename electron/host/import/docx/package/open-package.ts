import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Readable } from 'node:stream'
import { limits } from '../limits'
import { refuse } from '../refuse'
import { refuseOtherFiles } from './recognise-file'

/** The parts of an Office file. Names are compared without case, as Word does. */
export interface Package {
  has(name: string): boolean
  /** The inflated bytes of a part, in pieces; null when there is none of that name. */
  open(name: string): Promise<Readable | null>
  readonly names: readonly string[]
}

/** Opens the zip after all sizes in its directory have been checked. Throws Failure. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherFiles(buffer)
  const archive = await readDirectory(cutTrailingBytes(buffer))
  const entries = await checkedEntries(archive)
  const find = (name: string) => entries.get(partName(name))
  return {
    has: name => find(name) !== undefined,
    names: [...entries.keys()],
    open: async name => {
      const entry = find(name)
      if (!entry) return null
      return archive.openReadStreamPromise(entry).catch((error: unknown) => {
        throw damaged(error)
      })
    },
  }
}

const partName = (name: string) => name.replace(/^\//, '').toLowerCase()

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const endLength = 22

/** Bytes that mail or download programs left behind the zip would make the zip reader refuse it. */
function cutTrailingBytes(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(endSignature)
  if (end < 0 || end + endLength > bytes.length) return bytes
  return bytes.subarray(0, Math.min(bytes.length, end + endLength + bytes.readUInt16LE(end + 20)))
}

const readDirectory = (bytes: Buffer): Promise<ZipFile> =>
  fromBufferPromise(bytes, { lazyEntries: true }).catch((error: unknown) => {
    throw damaged(error)
  })

async function checkedEntries(archive: ZipFile): Promise<Map<string, Entry>> {
  if (archive.entryCount > limits.entries) throw refuse('tooManyEntries')
  const entries = new Map<string, Entry>()
  let total = 0
  try {
    for await (const entry of archive.eachEntry()) {
      checkSizes(entry, (total += entry.uncompressedSize))
      const name = partName(entry.fileName)
      if (!entries.has(name)) entries.set(name, entry)
    }
  } catch (error) {
    throw damaged(error)
  }
  return entries
}

function checkSizes(entry: Entry, total: number): void {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (entry.isEncrypted()) throw refuse('encrypted')
  // Pictures are never inflated here; a blank one may well be packed a thousandfold.
  const read = /\.(xml|rels)$/i.test(entry.fileName)
  if (total > limits.total || (read && size > limits.part)) throw refuse('bomb')
  if (read && size > limits.ratioFrom && size > packed * limits.ratio) throw refuse('bomb')
}

/** What the zip reader says is English and technical: kept as the cause, for the log. */
export function damaged(error: unknown): Error {
  if (error instanceof Error && error.name === 'Failure') return error
  const unsafe = error instanceof Error && /relative path|absolute path/.test(error.message)
  const failure = refuse(unsafe ? 'unsafeNames' : 'damaged')
  failure.cause = error
  return failure
}
