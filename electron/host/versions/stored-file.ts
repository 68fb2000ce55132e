import type { StoredFile } from '../../../shared/versions/manifest'
import { nameOf } from './part-codec'
import { PartFault, type Parts } from './parts'
import { packPdf, unpackPdf } from './unpack-pdf'
import { packZip, unpackZip } from './unpack-zip'

const unpackAs = { none: () => null, zip: unpackZip, pdf: unpackPdf } as const
const packAs = { none: (bytes: Uint8Array) => bytes, zip: packZip, pdf: packPdf } as const

/**
 * Puts a file among the parts, unpacked where that gives the same bytes again. `like`: an earlier file of the same kind.
 */
export function storeFile(
  bytes: Uint8Array,
  wish: StoredFile['packing'],
  parts: Parts,
  like: StoredFile | null,
): StoredFile {
  const unpacked = unpackAs[wish](bytes)
  const isFaithful = unpacked !== null && Buffer.compare(packAs[wish](unpacked), bytes) === 0
  const packing = isFaithful ? wish : 'none'
  const [before] = like?.packing === packing ? like.parts : []
  return {
    ...{ hash: nameOf(bytes), size: bytes.length, packing },
    parts: [parts.add(isFaithful ? unpacked : bytes, before)],
  }
}

/** The file again, byte by byte. Throws a PartFault. */
export function restoreFile(file: StoredFile, parts: Parts): Uint8Array {
  const [first = ''] = file.parts
  const unpacked = Buffer.concat(file.parts.map(name => parts.content(name)))
  const bytes = packedAgain(file, unpacked)
  if (!bytes || nameOf(bytes) !== file.hash) throw new PartFault('changed', first)
  return bytes
}

function packedAgain({ packing }: StoredFile, unpacked: Uint8Array): Uint8Array | null {
  try {
    return packAs[packing](unpacked)
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return null
    throw error
  }
}
