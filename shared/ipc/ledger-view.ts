import { z } from 'zod'
import { ApprovalRules, Approvers, Delegation, SectionWork, usualRules } from '../ledger/work'
import { Day, Grant, InvitationId, MemberId, Name, Role, SectionId, Time, Unit } from '../ledger/records'

/** A committee as its members see it: who belongs to it, what each may do, who writes which section until when. */
export const LedgerView = z.object({
  members: z.array(
    z.object({
      id: MemberId,
      name: Name,
      unit: Unit,
      role: Role,
      /** Since when, ISO; null: invited, and not here yet. */
      joined: Time.nullable(),
      /** Since when the member is shut out, ISO, or null. */
      revoked: Time.nullable(),
      /** Rights in one section (or "report"), in place of the role's. */
      grants: z.array(Grant),
    }),
  ),
  assignments: z.array(z.object({ section: SectionId, members: z.array(MemberId), due: Day.nullable() })),
  /** Ids of sections that nobody may change. */
  locks: z.array(SectionId),
  invitations: z.array(
    z.object({
      id: InvitationId,
      member: MemberId,
      expires: Time,
      used: z.boolean(),
      withdrawn: z.boolean(),
    }),
  ),
  /** Who approves what, in which order. */
  approvers: z.array(Approvers),
  delegations: z.array(Delegation),
  rules: ApprovalRules,
  /** Whether the secretary has switched tracking on for everyone. */
  tracking: z.boolean(),
  /** Approvals, returns and the like, of sections about which there is something to say. */
  work: z.array(SectionWork),
})
export type LedgerView = z.infer<typeof LedgerView>
export type MemberView = LedgerView['members'][number]
export type InvitationView = LedgerView['invitations'][number]

/** A report without a committee. */
export const noLedgerView: LedgerView = {
  members: [],
  assignments: [],
  locks: [],
  invitations: [],
  approvers: [],
  delegations: [],
  rules: usualRules,
  tracking: false,
  work: [],
}
