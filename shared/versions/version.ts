import { z } from 'zod'
import { Day, Hash, MemberId, Time } from '../ledger/records'

/** Why a version was made. Only `asked` makes a numbered draft; the others keep what is about to be overwritten. */
export const versionCauses = [
  'asked',
  'hourly',
  'before-import',
  'before-restore',
  'before-migration',
] as const
export type VersionCause = (typeof versionCauses)[number]

export const DraftNumber = z.number().int().min(1).max(999)
export const VersionLabel = z.string().trim().min(1).max(200)
export const VersionPurpose = z.string().trim().max(2_000)

/**
 * A report as it stood once, never changed afterwards. With a number it is a draft that was sent out ("Dự thảo lần 2");
 * without one the program made it by itself and may thin it out with age.
 */
export const Version = z.strictObject({
  /** sha256 of its manifest, so the name holds every byte of it. */
  id: Hash,
  number: DraftNumber.nullable(),
  /** As it is called in lists and on paper. */
  label: VersionLabel,
  /** The day it bears, which need not be the day of `at`. */
  date: Day,
  /** What it is for: "gửi xin ý kiến Ban Thường vụ". */
  purpose: VersionPurpose,
  cause: z.enum(versionCauses),
  at: Time,
  /** Null: the program, or a report without committee. */
  by: z.object({ member: MemberId, name: z.string().max(120) }).nullable(),
  counts: z.strictObject({
    sections: z.number().int().min(0),
    words: z.number().int().min(0),
    notes: z.number().int().min(0),
    problems: z.number().int().min(0),
    /** Sections whose approval held. */
    approved: z.number().int().min(0),
  }),
  /** Whether the Word and PDF files of that day are kept with it. */
  files: z.strictObject({ docx: z.boolean(), pdf: z.boolean() }),
})
export type Version = z.infer<typeof Version>
