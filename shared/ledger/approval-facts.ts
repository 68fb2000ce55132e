import { z } from 'zod'
import { Day, Element, Hash, MemberId, PublicKey, SectionId, Signature, Time } from './records'
import { ApprovalRules, Approval } from './work'

const section = SectionId
const reason = z.string().max(2000)

/** What the ledger remembers of approvals and the work on sections. Who did it is in the entry. */
export const approvalFacts = [
  z.strictObject({
    kind: z.literal('approvers.set'),
    section,
    members: z.array(MemberId).max(20),
    subtree: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('section.approve'),
    section,
    /** The approver for whom it counts; whoever signed may act in his place. */
    member: MemberId,
    fingerprint: Hash,
    parts: Approval.shape.parts,
    at: Time,
    key: PublicKey,
    signature: Signature,
    note: reason,
    /** The heading's element where the section was locked with it; null where it was not. */
    lock: Element.nullable(),
  }),
  z.strictObject({ kind: z.literal('approval.withdraw'), section, reason, unlocks: z.boolean() }),
  z.strictObject({ kind: z.literal('section.return'), section, reason, unlocks: z.boolean() }),
  z.strictObject({
    kind: z.literal('approval.delegate'),
    section,
    to: MemberId.nullable(),
    until: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('approval.rules'), ...ApprovalRules.shape }),
  z.strictObject({
    kind: z.literal('change.editorial'),
    section,
    fingerprintBefore: Hash,
    fingerprintAfter: Hash,
    /** The sections inside that changed with it. */
    parts: z.array(z.strictObject({ section, before: Hash, after: Hash })),
    note: reason,
  }),
  /** The member changed something in the section after it was approved: once for each approval and member. */
  z.strictObject({ kind: z.literal('approval.touch'), section, member: MemberId }),
  z.strictObject({ kind: z.literal('tracking.set'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('section.openForComment'), section }),
  z.strictObject({ kind: z.literal('section.ready'), section }),
  z.strictObject({ kind: z.literal('section.resumeWriting'), section }),
] as const
