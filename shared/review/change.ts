import { z } from 'zod'
import { levels } from '../report/levels'

const id = z.string().min(1).max(80)
const words = z.string().max(200_000)
/** A node of the report's schema, as ProseMirror writes it; checked against the schema where it is read. */
export const NodeJson = z.record(z.string(), z.unknown())
const Nodes = z.array(NodeJson).max(500)

/**
 * One thing that a proposal would change. The words it is about are those of the record's anchor: `was` says what stood
 * there, so that nobody accepts a change of words that have become others meanwhile.
 */
export const Change = z.discriminatedUnion('kind', [
  /** Words in a heading, paragraph or note: `now` in place of `was`. An insertion has no `was`, a deletion no `now`. */
  z.strictObject({ kind: z.literal('words'), was: words, now: words, content: Nodes.optional() }),
  /** New blocks behind one; null: before everything else. */
  z.strictObject({ kind: z.literal('insert-blocks'), after: id.nullable(), blocks: Nodes }),
  z.strictObject({ kind: z.literal('delete-block'), block: id, was: NodeJson }),
  z.strictObject({
    kind: z.literal('level'),
    block: id,
    was: z.enum(levels).nullable(),
    now: z.enum(levels).nullable(),
  }),
  z.strictObject({ kind: z.literal('cell'), was: words, now: words }),
  z.strictObject({ kind: z.literal('choice'), options: id, was: id.nullable(), now: id.nullable() }),
])
export type Change = z.infer<typeof Change>
