import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { keptSecret, type Sealer } from './sealed-file'

/** One computer's key pair: the private half never leaves it. */
export interface Identity {
  /** Raw, base64url (32 bytes). */
  readonly publicKey: string
  /** base64url. */
  readonly sign: (text: string) => string
}

/** The key of a file, made on the first call. Throws a Failure where it is there and cannot be read. */
export function openIdentity(path: string, sealer?: Sealer): Identity {
  const pem = keptSecret(path, newKey, sealer)
  const privateKey = createPrivateKey(pem)
  return {
    publicKey: rawOf(createPublicKey(privateKey)),
    sign: text => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

/** Whether the holder of the key signed exactly this. Anything malformed is no signature. */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64url')
  const key = keyOf(publicKey)
  // One signature has one spelling, so that nobody makes a second out of the first.
  if (!key || bytes.length !== 64 || bytes.toString('base64url') !== signature) return false
  return verify(null, Buffer.from(text), key, bytes)
}

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const rawOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? ''

function keyOf(raw: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
