import { z } from 'zod'
import { Day, Hash, MemberId, PublicKey, SectionId, Signature, Time } from './records'
import { ApprovalRules, Reason } from './work'

const section = SectionId
const reason = Reason
/** A reason that must be given. */
const given = Reason.refine(text => text !== '')

/** What may be asked of the ledger about approvals and the work on sections. */
export const approvalCommands = [
  /** No members: the section has no approvers of its own any more. */
  z.strictObject({
    kind: z.literal('approvers.set'),
    section,
    members: z.array(MemberId).max(20),
    subtree: z.boolean(),
  }),
  /** `signature` over `approvalText`, by `key`, which is one of the asking member's. */
  z.strictObject({
    kind: z.literal('section.approve'),
    section,
    fingerprint: Hash,
    at: Time,
    key: PublicKey,
    signature: Signature,
    note: reason.optional(),
  }),
  z.strictObject({ kind: z.literal('approval.withdraw'), section, reason }),
  z.strictObject({ kind: z.literal('section.return'), section, reason: given }),
  /** `to: null` takes the delegation back. */
  z.strictObject({
    kind: z.literal('approval.delegate'),
    section,
    to: MemberId.nullable(),
    until: Day.nullable().optional(),
  }),
  z.strictObject({ kind: z.literal('approval.rules'), ...ApprovalRules.partial().shape }),
  /** The change between the approved content and the one that stands now was one of spelling or punctuation. */
  z.strictObject({
    kind: z.literal('change.editorial'),
    section,
    fingerprintBefore: Hash,
    fingerprintAfter: Hash,
    note: reason,
  }),
  /** The host alone asks this, for a member whose change it lets into an approved section. */
  z.strictObject({ kind: z.literal('approval.touch'), section, member: MemberId }),
  z.strictObject({ kind: z.literal('tracking.set'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('section.openForComment'), section }),
  z.strictObject({ kind: z.literal('section.ready'), section }),
  /** Back to being written. */
  z.strictObject({ kind: z.literal('section.resumeWriting'), section }),
] as const
