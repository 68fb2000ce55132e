import { z } from 'zod'

const id = z.string().max(100)
const words = z.string().max(1_000_000)

/** Where words stood. A table's or a set of wordings' own name has no row, and no wording. */
export const TrayPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('block'), id }),
  z.object({ kind: z.literal('note'), id }),
  z.object({ kind: z.literal('cell'), table: id, row: id.nullable(), cell: id }),
  z.object({ kind: z.literal('wording'), options: id, wording: id.nullable() }),
  z.object({ kind: z.literal('field'), id }),
])
export type TrayPlace = z.infer<typeof TrayPlace>

export const trayKinds = ['refused', 'deleted', 'overwritten', 'same-sentence', 'remark'] as const
export type TrayKind = (typeof trayKinds)[number]

/** A run of letters as Yjs counts them: client, first clock, how many. */
export const Letters = z.tuple([
  z.number().int().nonnegative(),
  z.number().int().nonnegative(),
  z.number().int().positive(),
])
export type Letters = z.infer<typeof Letters>

/** Words that somebody typed and that did not come into the report, or met a colleague's in one sentence. */
export const TrayEntry = z.object({
  id,
  /**
   * refused: the host may not take it · deleted: what it was typed into was deleted meanwhile · overwritten: a colleague's
   * value won · same-sentence: both are in, woven into each other · remark: no words of the report, but something said
   * about it that the host may not take.
   */
  kind: z.enum(trayKinds),
  /** ISO time. */
  at: z.string().max(40),
  /** The member who typed it; null where nobody knows. */
  author: id.nullable(),
  /** The innermost section, and its title as it was then. */
  section: z.object({ id, title: words }).nullable(),
  place: TrayPlace,
  /** The whole block, note or value as its author had it; of a sentence that two changed, the sentence. */
  mine: words,
  /** `mine` with its marks: the content of a heading or paragraph, as ProseMirror writes it. */
  content: z.array(z.unknown()).optional(),
  /** The other wording, where it is known. */
  theirs: words.optional(),
  /** same-sentence only: what became of the two. */
  merged: words.optional(),
  /** In words, for the person. */
  reason: words.nullable(),
  /** Which letters it is about: two hosts that note the same loss note the same letters. */
  letters: z.array(Letters).max(100_000),
})
export type TrayEntry = z.infer<typeof TrayEntry>
