import { z } from 'zod'

/*
 * What a Word file says beside its text: tracked changes and comments, as its authors made them. Read by
 * electron/host/import/docx, which holds the limits.
 */

/** `formatted`: other letters or another paragraph format; the words are the same. */
export const revisionKinds = [
  'inserted',
  'deleted',
  'moved-from',
  'moved-to',
  'formatted',
  'paragraph-inserted',
  'paragraph-deleted',
  'row-inserted',
  'row-deleted',
  'cell-inserted',
  'cell-deleted',
  'cell-merged',
] as const
export type RevisionKind = (typeof revisionKinds)[number]

const author = z.string().max(200)
/** As the file says it ("2026-03-12T08:00:00Z"); empty where it says none. */
const at = z.string().max(40)
/** In words: "đoạn 12". */
const place = z.string().max(400)

/** One tracked change. Word cuts a change into as many as its text has runs. */
export const WordRevision = z.object({
  kind: z.enum(revisionKinds),
  author,
  at,
  place,
  /** The words concerned, at most 1 000 letters of them. */
  text: z.string().max(1_000),
  /** How the paragraph begins in which it is, with all changes accepted. */
  within: z.string().max(400),
})
export type WordRevision = z.infer<typeof WordRevision>

const remark = { author, at, text: z.string().max(20_000) }

/** A comment with its answers. */
export const WordComment = z.object({
  ...remark,
  place,
  /** The words it is about, with what stands before and behind them; all empty where the file does not say. */
  about: z.string().max(2_000),
  before: z.string().max(200),
  after: z.string().max(200),
  resolved: z.boolean(),
  replies: z.array(z.object(remark)).max(500),
})
export type WordComment = z.infer<typeof WordComment>

export const WordMarks = z.object({
  revisions: z.array(WordRevision).max(20_000),
  comments: z.array(WordComment).max(5_000),
})
export type WordMarks = z.infer<typeof WordMarks>
