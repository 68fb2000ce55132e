import { z } from 'zod'
import { SectionWork } from '../ledger/work'
import { Hash } from '../ledger/records'
import { Version } from './version'

/**
 * A file in parts. `hash` and `size` (bytes) are those of the file. `packing`: how its parts, put together, become it:
 * not at all, as the entries of a zip, or as the streams of a PDF.
 */
export const StoredFile = z.strictObject({
  hash: Hash,
  size: z.int().min(0),
  packing: z.enum(['none', 'zip', 'pdf']),
  parts: z.array(Hash).min(1).max(10_000),
})
export type StoredFile = z.infer<typeof StoredFile>

/** One section of a frozen report (shared/seen/piece.ts); equal sections are one part. */
export const StoredPiece = z.strictObject({ section: z.string().min(1).max(100), part: Hash })

/**
 * Everything that belongs to a version, by sha256. As canonical JSON it gives the version its name, so nothing of a
 * version can be changed without its name being another. `previous`: the numbered draft before it, so that drafts form a
 * chain; a version between drafts stands alone and may be thinned out.
 */
export const Manifest = z.strictObject({
  format: z.literal(1),
  /** The report's id. */
  report: z.string().min(1).max(100),
  ...Version.omit({ id: true, files: true }).shape,
  previous: Hash.nullable(),
  text: z.strictObject({
    /** Of the canonical JSON of the whole report. */
    hash: Hash,
    pieces: z.array(StoredPiece).min(1).max(100_000),
    /** Records that no section shows. */
    rest: Hash,
  }),
  /** Yjs, one update, version 2. */
  state: StoredFile,
  docx: StoredFile.nullable(),
  pdf: StoredFile.nullable(),
  /** What was to be looked at (shared/problems). */
  problems: Hash,
  /** How far each section had come, and whose approval held (shared/approvals). */
  approvals: Hash,
  /** Who wrote in which block since the draft before. */
  writers: Hash,
})
export type Manifest = z.infer<typeof Manifest>

/** Of a section with something to say about it. */
export const FrozenSection = z.strictObject({
  section: z.string().max(100),
  state: z.string().max(40),
  /** Members whose approval held. */
  standing: z.array(z.string().max(60)),
  work: SectionWork,
})
export type FrozenSection = z.infer<typeof FrozenSection>

export function versionOf(id: string, { docx, pdf, ...manifest }: Manifest): Version {
  const { number, label, date, purpose, cause, at, by, counts } = manifest
  return {
    ...{ id, number, label, date, purpose, cause, at, by, counts },
    files: { docx: docx !== null, pdf: pdf !== null },
  }
}
