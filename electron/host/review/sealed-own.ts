import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Identity } from '../identity/identity'

/*
 * What only its author may read, in a file that is passed on: sealed with a key that only this computer can make (its
 * signature of a salt, which Ed25519 makes the same each time). Salt, vector and tag come first.
 */
const [saltBytes, vectorBytes, tagBytes] = [16, 12, 16]
const cipher = 'aes-256-gcm'

type Signer = Pick<Identity, 'sign'>

export function sealOwn(text: string, identity: Signer): Uint8Array {
  const [salt, vector] = [randomBytes(saltBytes), randomBytes(vectorBytes)]
  const sealing = createCipheriv(cipher, keyOf(salt, identity), vector)
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
  return Buffer.concat([salt, vector, sealing.getAuthTag(), sealed])
}

/** Null for what another computer sealed. */
export function unsealOwn(bytes: Uint8Array, identity: Signer): string | null {
  const [salt, vector, tag, sealed] = cut(Buffer.from(bytes), saltBytes, vectorBytes, tagBytes)
  if (!salt || !vector || !sealed || tag?.length !== tagBytes) return null
  const opening = createDecipheriv(cipher, keyOf(salt, identity), vector).setAuthTag(tag)
  try {
    return Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8')
  } catch (error) {
    // The tag does not fit the key.
    if (!(error instanceof Error)) throw error
    return null
  }
}

const keyOf = (salt: Buffer, { sign }: Signer): Buffer =>
  createHash('sha256')
    .update(sign(`du-thao own 1\n${salt.toString('base64url')}`))
    .digest()

function cut(bytes: Buffer, ...lengths: readonly number[]): Buffer[] {
  let at = 0
  const parts = lengths.map(length => bytes.subarray(at, (at += length)))
  return [...parts, bytes.subarray(at)]
}
