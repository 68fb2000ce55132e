import { z } from 'zod'
import { Day, Hash, MemberId, PublicKey, SectionId, Signature, Time } from './records'

/** A reason or a remark in a person's words. */
export const Reason = z
  .string()
  .max(2000)
  .transform(text => text.normalize('NFC').trim())

/** The fingerprint of a section inside the one that was approved. */
const Part = z.strictObject({ section: SectionId, fingerprint: Hash })

/** One person accepted exactly these words (shared/approvals/approval-text.ts has what is signed). */
export const Approval = z.object({
  /** The approver for whom it counts. */
  member: MemberId,
  /** Who signed: the approver, or whom the approver had named in his place. */
  by: MemberId,
  fingerprint: Hash,
  /** Sections inside, as they were: one that is still the same stays approved when another changes. */
  parts: z.array(Part),
  /** When it was signed, by the signer's clock. */
  at: Time,
  /** When the host took it up, by the host's clock. */
  recorded: Time,
  key: PublicKey,
  signature: Signature,
  note: z.string(),
})
export type Approval = z.infer<typeof Approval>

/** A change that somebody declared to be of spelling and punctuation only: approvals of `before` hold for `after`. */
export const Editorial = z.object({
  before: Hash,
  after: Hash,
  by: MemberId,
  at: Time,
  note: z.string(),
})
export type Editorial = z.infer<typeof Editorial>

export const phases = ['for-comment', 'for-approval'] as const

/** How far the work on a section has come, as far as somebody said so. `by` is a member, or "operator". */
export const SectionWork = z.object({
  section: SectionId,
  /** Null: nobody said anything, or said that it is being written. */
  phase: z.object({ kind: z.enum(phases), by: MemberId, at: Time }).nullable(),
  returned: z.object({ by: MemberId, at: Time, reason: z.string() }).nullable(),
  /** The last of each approver, in the order in which they came; also those of words that have changed. */
  approvals: z.array(Approval),
  /** Who changed something in it after it was approved, and when for the first time. */
  touched: z.array(z.object({ member: MemberId, at: Time })),
  editorial: z.array(Editorial),
  /** The last unlocking. */
  unlocked: z.object({ by: MemberId, at: Time, reason: z.string() }).nullable(),
  /** Whether its lock came with an approval; it goes when that is withdrawn, or the section returned. */
  lockedByApproval: z.boolean(),
})
export type SectionWork = z.infer<typeof SectionWork>

export const noWork = (section: string): SectionWork => ({
  section,
  phase: null,
  returned: null,
  approvals: [],
  touched: [],
  editorial: [],
  unlocked: null,
  lockedByApproval: false,
})

/** Who must approve a section ("report": every one that has no others), in this order. */
export const Approvers = z.object({
  section: SectionId,
  members: z.array(MemberId),
  /** Also the sections inside, as far as they have no others. Always so for "report". */
  subtree: z.boolean(),
})
export type Approvers = z.infer<typeof Approvers>

/** `from` lets `to` approve in his place, in the section and those inside, up to and with a day. */
export const Delegation = z.object({
  section: SectionId,
  from: MemberId,
  to: MemberId,
  until: Day.nullable(),
  at: Time,
})
export type Delegation = z.infer<typeof Delegation>

export const ApprovalRules = z.object({
  /** Nothing is approved while a thread or a proposal in it is open. */
  noOpenThreads: z.boolean(),
  /** An approved section is locked. */
  lockOnApproval: z.boolean(),
})
export type ApprovalRules = z.infer<typeof ApprovalRules>
export const usualRules: ApprovalRules = { noOpenThreads: true, lockOnApproval: true }
