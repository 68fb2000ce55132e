import { z } from 'zod'
import { DraftNumber, VersionLabel, VersionPurpose } from '../versions/version'
import { approvalCommands } from './approval-commands'
import {
  Day,
  ExportedFiles,
  Grants,
  Hash,
  InvitationId,
  MemberId,
  Name,
  PublicKey,
  Rights,
  Role,
  SectionId,
  Time,
  Unit,
} from './records'
import { Reason } from './work'

const member = MemberId
const section = SectionId

/** What may be asked of the ledger. The person who asks is never in it: the host knows who that is. */
export const LedgerCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ledger.found'), name: Name, unit: Unit, key: PublicKey }),
  z.strictObject({
    kind: z.literal('member.invite'),
    name: Name,
    unit: Unit,
    role: Role,
    grants: Grants,
    expires: Time,
  }),
  z.strictObject({ kind: z.literal('member.inviteAgain'), member, expires: Time }),
  z.strictObject({ kind: z.literal('invitation.withdraw'), invitation: InvitationId }),
  /** The host alone asks this, for whoever showed it the secret. */
  z.strictObject({ kind: z.literal('invitation.redeem'), secretHash: Hash, key: PublicKey }),
  z.strictObject({
    kind: z.literal('member.change'),
    member,
    name: Name.optional(),
    unit: Unit.optional(),
    role: Role.optional(),
  }),
  z.strictObject({ kind: z.literal('member.grant'), member, section, rights: Rights.nullable() }),
  z.strictObject({ kind: z.literal('member.revoke'), member }),
  z.strictObject({ kind: z.literal('member.restore'), member }),
  z.strictObject({ kind: z.literal('key.revoke'), member, key: PublicKey }),
  z.strictObject({
    kind: z.literal('section.assign'),
    section,
    members: z.array(MemberId).min(1).max(50),
    due: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('section.unassign'), section }),
  z.strictObject({ kind: z.literal('section.lock'), section }),
  /** `reason` must be given where something was approved. */
  z.strictObject({ kind: z.literal('section.unlock'), section, reason: Reason.optional() }),
  /** The host freezes the words as it has them, and says in the fact as which manifest. */
  z.strictObject({
    kind: z.literal('version.freeze'),
    number: DraftNumber,
    label: VersionLabel,
    date: Day,
    purpose: VersionPurpose,
  }),
  /** Somebody has written the report as files. */
  z.strictObject({
    kind: z.literal('report.export'),
    files: ExportedFiles,
    /** The official text, without a draft mark. */
    official: z.boolean(),
  }),
  ...approvalCommands,
])
export type LedgerCommand = z.output<typeof LedgerCommand>
export type CommandOf<Kind extends LedgerCommand['kind']> = Extract<LedgerCommand, { kind: Kind }>
