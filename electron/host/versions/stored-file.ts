import type { StoredFile } from '../../../shared/versions/manifest'
import { nameOf } from './part-codec'
import { PartFault, type Parts } from './parts'

/** Puts a file among the parts. `like`: an earlier file of the same kind. */
export function storeFile(bytes: Uint8Array, parts: Parts, like: StoredFile | null): StoredFile {
  const [before] = like?.packing === 'none' ? like.parts : []
  return { hash: nameOf(bytes), size: bytes.length, packing: 'none', parts: [parts.add(bytes, before)] }
}

/** The file again, byte by byte. Throws a PartFault. */
export function restoreFile(file: StoredFile, parts: Parts): Uint8Array {
  const bytes = Buffer.concat(file.parts.map(name => parts.content(name)))
  if (nameOf(bytes) !== file.hash) throw new PartFault('changed', file.parts[0] ?? '')
  return bytes
}
