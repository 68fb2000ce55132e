import { z } from 'zod'
import { MemberId, Time } from '../ledger/records'
import { Anchor } from './anchor'
import { Change, NodeJson } from './change'

const id = z.string().regex(/^[\w-]{10,40}$/)
const text = z.string().min(1).max(20_000)
const mentions = z.array(MemberId).max(50)

/**
 * A Word file that somebody outside sent, in which the words of a record stand. The record's author is the member who
 * took them in and answers for them; whose they are is that member's claim.
 */
export const Origin = z.strictObject({
  /** Who wrote it, as the file or the sending unit says. May be empty, as the unit may. */
  name: z.string().max(200),
  unit: z.string().max(200),
  /** The file's name without its folder. */
  file: z.string().max(300),
  /** When it was written, as the file says it; empty where it does not. */
  at: z.string().max(40),
})
export type Origin = z.infer<typeof Origin>
const from = Origin.optional()

const about = { id, author: MemberId, at: Time }
/** Says something about an earlier record. */
const ofRecord = { ...about, of: id }

/**
 * What a review remembers: one record for everything anybody said or decided. Records are added and never changed or
 * taken away; what stands is computed from them (`reviewOf`). Kinds are added, never changed: old files hold the old
 * ones. `author` is the member who said it; the host lets nobody write another's.
 */
export const ReviewRecord = z.discriminatedUnion('kind', [
  z.strictObject({ ...about, kind: z.literal('annotation.added'), anchor: Anchor, text, mentions, from }),
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.replied'), text, mentions, from }),
  /** Of one's own annotation or reply. */
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.edited'), text, mentions }),
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.removed') }),
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.assigned'), member: MemberId.nullable() }),
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.resolved') }),
  z.strictObject({ ...ofRecord, kind: z.literal('annotation.reopened') }),
  z.strictObject({
    ...about,
    kind: z.literal('proposal.added'),
    anchor: Anchor,
    change: Change,
    /** Why, in words; may be empty. */
    reason: z.string().max(20_000),
    /** The proposal that this one answers with another wording. */
    counters: id.nullable(),
    /** What was proposed in one go, such as the edits of one paragraph, bears the same name. */
    group: id.nullable(),
    from,
  }),
  z.strictObject({ ...ofRecord, kind: z.literal('proposal.accepted') }),
  z.strictObject({ ...ofRecord, kind: z.literal('proposal.rejected'), reason: z.string().max(20_000) }),
  z.strictObject({ ...ofRecord, kind: z.literal('proposal.withdrawn') }),
  /** Undoing an acceptance or a rejection. */
  z.strictObject({ ...ofRecord, kind: z.literal('proposal.reopened') }),
  z.strictObject({
    ...about,
    kind: z.literal('preference.given'),
    options: z.string().min(1).max(80),
    /** Null takes it back. */
    wording: z.string().min(1).max(80).nullable(),
    reason: z.string().max(20_000),
  }),
  /** The one entitled chose; the wordings that were not chosen are kept here. */
  z.strictObject({
    ...about,
    kind: z.literal('options.decided'),
    options: z.string().min(1).max(80),
    wording: z.string().min(1).max(80),
    reason: z.string().max(20_000),
    rejected: z
      .array(
        z.strictObject({
          id: z.string().max(80),
          title: z.string().max(2_000),
          text: z.string().max(200_000),
        }),
      )
      .max(50),
  }),
  /**
   * With tracking on: what a block, note or cell said before its first tracked edit; null for a block that is new. Until
   * this is settled, whatever differs from it is shown as changed. `after`: the block it stood behind, null for the first.
   */
  z.strictObject({
    ...about,
    kind: z.literal('change.tracked'),
    anchor: Anchor,
    was: z.union([NodeJson, z.string().max(200_000), z.null()]),
    after: z.string().max(80).nullable(),
  }),
  /** Somebody looked: the change stays, or was taken back. */
  z.strictObject({ ...ofRecord, kind: z.literal('change.settled'), kept: z.boolean() }),
])
export type ReviewRecord = z.infer<typeof ReviewRecord>
export type RecordOf<Kind extends ReviewRecord['kind']> = Extract<ReviewRecord, { kind: Kind }>

/**
 * Who may read a record. `leaders`: members with that role. `own`: its author alone; such a record never leaves its
 * author's computer.
 */
export const audiences = ['all', 'leaders', 'own'] as const
export type Audience = (typeof audiences)[number]

/** The author of records of a report that is not shared: whoever founds its committee later. */
export const selfAuthor = 'self'
