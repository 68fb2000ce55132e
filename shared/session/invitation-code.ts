import { fromBase64UrlEncoded, toBase64UrlEncoded, toHexString, fromHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { fromBase32, toBase32 } from './base32'
import { isHostUrl, readHostUrl } from './host-url'
import type { GivenInvitation, Invitation } from './invitation'

/*
 * The short form, to be read over a telephone: 12 groups of four letters where the host has an IPv4 address.
 *
 *   1 byte    0x14: IPv4 follows; 0x20 + n: a name of n bytes follows (n ≤ 200)
 *   4 or n    the host
 *   2 bytes   port
 *   10 bytes  beginning of the certificate's fingerprint: 80 bits, and whoever wants to stand in between needs a
 *             certificate with the very same ones
 *   12 bytes  the secret
 *   1 byte    check: the first of the sha256 of all before
 */

const pinned = 10
const secretBytes = 12

/** Null where the code cannot carry it: plain ws, an IPv6 address. */
export function toInvitationCode({ urls, certificate, secret }: Invitation): string | null {
  const host = readHostUrl(urls[0] ?? '')
  if (host?.scheme !== 'wss' || host.host.includes(':')) return null
  const bytes = [
    ...packHost(host.host),
    ...[host.port >> 8, host.port & 255],
    ...fromHexString(certificate).slice(0, pinned),
    ...fromBase64UrlEncoded(secret),
  ]
  return grouped(toBase32(Uint8Array.from([...bytes, checkOf(bytes)])))
}

export function readCode(text: string): GivenInvitation | null {
  const bytes = text.length <= 600 ? fromBase32(text) : null
  if (!bytes) return null
  const first = bytes[0] ?? 0
  const named = first > 0x20 ? first - 0x20 : first === 0x14 ? 4 : 0
  const length = 1 + named + 2 + pinned + secretBytes + 1
  if (named === 0 || bytes.length < length) return null
  const content = [...bytes.slice(0, length - 1)]
  if (checkOf(content) !== bytes[length - 1]) return null
  return unpack(bytes.slice(1, length - 1), named, first === 0x14)
}

function unpack(bytes: Uint8Array, named: number, isAddress: boolean): GivenInvitation | null {
  const host = bytes.slice(0, named)
  const rest = bytes.slice(named)
  const port = ((rest[0] ?? 0) << 8) | (rest[1] ?? 0)
  const url = `wss://${isAddress ? host.join('.') : String.fromCharCode(...host)}:${port}`
  if (!isHostUrl(url)) return null
  const certificate = toHexString(rest.slice(2, 2 + pinned))
  return { urls: [url], certificate, secret: toBase64UrlEncoded(rest.slice(2 + pinned)) }
}

function packHost(host: string): number[] {
  const parts = host.split('.').map(Number)
  const isAddress =
    parts.length === 4 && parts.every(part => Number.isInteger(part) && part >= 0 && part <= 255)
  if (isAddress) return [0x14, ...parts]
  const name = encodeUtf8(host)
  return [0x20 + name.length, ...name]
}

const checkOf = (bytes: readonly number[]): number => digest(Uint8Array.from(bytes))[0] ?? 0
const grouped = (text: string): string => (text.match(/.{1,4}/g) ?? []).join('-')
