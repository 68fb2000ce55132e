import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { z } from 'zod'
import { Time } from '../ledger/records'
import { isHostUrl, isOnThisComputer } from './host-url'
import { readCode } from './invitation-code'
import { Fingerprint, ReportId, Secret } from './messages'

const Url = z.string().max(300).refine(isHostUrl)

/** What an invitation says, as file or link. Whoever holds it may join once, so it goes to one person. */
export const Invitation = z
  .object({
    kind: z.literal('duthao-invite'),
    version: z.literal(1),
    /** The host's addresses, the likeliest first. */
    urls: z.array(Url).min(1).max(8),
    report: ReportId,
    /** Pins the host: only the holder of this certificate is spoken to. */
    certificate: Fingerprint,
    secret: Secret,
    expires: Time,
    /** For the person's eyes only. */
    title: z.string().max(300).optional(),
  })
  // Plain ws stays on this computer, whatever an invitation says.
  .refine(({ urls, certificate }) => urls.every(url => isOnThisComputer(url) || certificate !== 'loopback'))
  .refine(({ urls, certificate }) =>
    urls.every(url => url.startsWith('ws:') === (certificate === 'loopback')),
  )
export type Invitation = z.infer<typeof Invitation>

/** An invitation as it was given, in any of its forms; a code does not tell the report, nor the whole fingerprint. */
export interface GivenInvitation {
  readonly urls: readonly string[]
  readonly secret: string
  /** The certificate's fingerprint or its beginning, or "loopback". */
  readonly certificate: string
}

const scheme = 'du-thao://invite/'
const longest = 8000

/** As a file: readable text, with the link in it. */
export const toInvitationFile = (invitation: Invitation): string => `${JSON.stringify(invitation, null, 2)}\n`

export const toInvitationLink = (invitation: Invitation): string =>
  scheme + toBase64UrlEncoded(encodeUtf8(JSON.stringify(invitation)))

/** Reads a file's content, a link or a code; null for anything else. */
export function readInvitation(given: string): GivenInvitation | null {
  const text = given.trim()
  if (text.length > longest) return null
  if (text.startsWith('{')) return fromJson(text)
  const packed = text.startsWith(scheme) ? text.slice(scheme.length).replace(/\/$/, '') : text
  if (/^[\w-]+$/.test(packed) && packed.startsWith('ey')) return fromJson(unpacked(packed))
  return readCode(text)
}

function fromJson(text: string): GivenInvitation | null {
  try {
    return Invitation.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function unpacked(packed: string): string {
  try {
    return decodeUtf8(fromBase64UrlEncoded(packed))
  } catch (error) {
    // Bytes that are no text, or letters that are no bytes: lib0 throws whatever the platform throws.
    if (error instanceof Error) return ''
    throw error
  }
}
