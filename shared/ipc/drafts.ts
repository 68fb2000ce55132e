import { z } from 'zod'
import { MemberId } from '../ledger/records'
import { Anchor } from '../review/anchor'
import { audiences } from '../review/record'

/** Under which a half-written text is kept: "new", "reply:<id>", "edit:<id>". */
export const DraftName = z.string().regex(/^[\w:-]{1,80}$/)

/** What somebody has begun to write in a review and not sent. */
export const Draft = z.strictObject({
  text: z.string().max(20_000),
  mentions: z.array(MemberId).max(50),
  audience: z.enum(audiences),
  /** What it is to be about; null for a text that is about another one. */
  anchor: Anchor.nullable(),
})
export type Draft = z.infer<typeof Draft>

export const draftCommands = {
  /** Null: it was sent or given up. On the disk when it is answered. */
  'draft.keep': { input: z.object({ name: DraftName, draft: Draft.nullable() }), output: z.object({}) },
} as const

/** What was kept, whenever a report is shown; by name. */
export const draftEvents = {
  'drafts.changed': z.object({ drafts: z.record(DraftName, Draft) }),
} as const
