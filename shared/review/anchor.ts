import { z } from 'zod'
import { SectionId } from '../ledger/records'

const id = z.string().min(1).max(80)
const words = z.string().max(20_000)

/** What a remark or a proposal is about. */
export const AnchorTarget = z.discriminatedUnion('kind', [
  /** A whole section, or all of the report. */
  z.strictObject({ kind: z.literal('section') }),
  /** Words of a heading or paragraph; where a selection goes over several blocks, the first of them. */
  z.strictObject({ kind: z.literal('words'), block: id }),
  /** A whole block: a table, a heading, a set of wordings. */
  z.strictObject({ kind: z.literal('block'), block: id }),
  z.strictObject({ kind: z.literal('note'), note: id }),
  z.strictObject({ kind: z.literal('cell'), table: id, row: id, column: z.string().min(1).max(40) }),
])
export type AnchorTarget = z.infer<typeof AnchorTarget>

/**
 * Where something stands, told in ways that outlive different edits: ids outlive typing, a quote with what stands
 * around it outlives splitting, joining and pasting, and letters of Yjs outlive a changed quote.
 */
export const Anchor = z.strictObject({
  /** The innermost section ("report" before the first heading), for the day the words are gone. */
  section: SectionId,
  /** Its number and title as they were then. */
  sectionTitle: z.string().max(2_000),
  target: AnchorTarget,
  /** The words themselves; empty for a whole section, block or an insertion point. Paragraphs are joined by "\n". */
  quote: words,
  /** Up to 64 letters that stood before and after, across the borders of blocks. */
  before: z.string().max(200),
  after: z.string().max(200),
  /**
   * How many letters of `before` and `after` another place with the same words shared when the anchor was made; absent
   * where there was no other. Words are followed to a new place only where they stand closer to these than that one did.
   */
  rival: z.number().int().nonnegative().max(400).optional(),
  /** Relative positions of Yjs for both ends, base64url; absent where the target holds no text. */
  letters: z.strictObject({ from: z.string().max(200), to: z.string().max(200) }).optional(),
})
export type Anchor = z.infer<typeof Anchor>
