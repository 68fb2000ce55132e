import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'

/** What the ledger keeps of an invitation's secret. */
export const secretHashOf = (secret: string): string =>
  toHexString(digest(encodeUtf8(`du-thao invite 1\n${secret}`)))
