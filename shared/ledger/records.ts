import { z } from 'zod'
import { rights, roles } from '../permissions/rights'

/*
 * What the ledger's entries are made of. Everything here crosses a border (a file, a network, a command line), so
 * every text has a longest length and every list a largest size.
 */

const id = z.string().regex(/^[\w-]{1,40}$/)

export const MemberId = id
export const InvitationId = id
/** A block id of the report, or "report" for all of it. Ids inside one belong to whoever imported it, so not only ours. */
export const SectionId = z.string().min(1).max(80)

/** The shared element of a section's heading, "client:clock" in Yjs: nobody can copy that, unlike the id. */
export const Element = z.string().regex(/^\d{1,16}:\d{1,16}$/)

/** ISO time in UTC, to the millisecond. */
export const Time = z.iso.datetime({ precision: 3 })
/** A day in the office's calendar: 2026-03-31. */
export const Day = z.iso.date()
/** sha256 in hexadecimal digits. */
export const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** A raw Ed25519 public key, 32 bytes, base64url. */
export const PublicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/)
/** An Ed25519 signature, 64 bytes, base64url. */
export const Signature = z.string().regex(/^[\w-]{86}$/)

/** A name or a unit as people write it: one line, in precomposed letters. */
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine(text => !/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(text))

/** The files that one export wrote, each by its sha256: a paper that turns up can be told from another. */
export const ExportedFiles = z
  .array(z.strictObject({ format: z.enum(['docx', 'pdf']), sha256: Hash }))
  .min(1)
  .max(2)

export const Name = line(120).refine(text => text !== '')
export const Unit = line(200)
export const Role = z.enum(roles)
export const Rights = z
  .array(z.enum(rights))
  .max(rights.length)
  .transform(given => rights.filter(right => given.includes(right)))

/** Rights in one section, in place of what the role brings. */
export const Grant = z.strictObject({ section: SectionId, rights: Rights })
export const Grants = z.array(Grant).max(500)
export type Grant = z.infer<typeof Grant>
