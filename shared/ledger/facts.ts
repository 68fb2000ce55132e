import { z } from 'zod'
import { DraftNumber, Version, VersionLabel, VersionPurpose } from '../versions/version'
import { approvalFacts } from './approval-facts'
import {
  Day,
  ExportedFiles,
  Element,
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

const invitation = z.strictObject({ id: InvitationId, secretHash: Hash, expires: Time })

/**
 * What the ledger remembers: one fact per command that was carried out, complete in itself, so that replaying them in
 * order gives the ledger. Kinds are added, never changed: old files hold the old ones.
 */
export const Fact = z.discriminatedUnion('kind', [
  /** The first member: whoever shares the report. */
  z.strictObject({
    kind: z.literal('ledger.found'),
    member: MemberId,
    name: Name,
    unit: Unit,
    key: PublicKey,
  }),
  /** A new member, who has no key until the invitation is redeemed. */
  z.strictObject({
    kind: z.literal('member.invite'),
    member: MemberId,
    name: Name,
    unit: Unit,
    role: Role,
    grants: Grants,
    invitation,
  }),
  /** Another invitation for a member: a second computer, or one in place of a lost one. */
  z.strictObject({ kind: z.literal('member.inviteAgain'), member: MemberId, invitation }),
  z.strictObject({ kind: z.literal('invitation.withdraw'), invitation: InvitationId }),
  z.strictObject({ kind: z.literal('invitation.redeem'), invitation: InvitationId, key: PublicKey }),
  z.strictObject({ kind: z.literal('member.change'), member: MemberId, name: Name, unit: Unit, role: Role }),
  /** `rights: null` takes the grant away again; then the role decides. */
  z.strictObject({
    kind: z.literal('member.grant'),
    member: MemberId,
    section: SectionId,
    rights: Rights.nullable(),
  }),
  z.strictObject({ kind: z.literal('member.revoke'), member: MemberId }),
  z.strictObject({ kind: z.literal('member.restore'), member: MemberId }),
  z.strictObject({ kind: z.literal('key.revoke'), member: MemberId, key: PublicKey }),
  z.strictObject({
    kind: z.literal('section.assign'),
    section: SectionId,
    members: z.array(MemberId).min(1).max(50),
    due: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('section.unassign'), section: SectionId }),
  z.strictObject({ kind: z.literal('section.lock'), section: SectionId, element: Element }),
  /** Without a reason where nothing was approved. */
  z.strictObject({
    kind: z.literal('section.unlock'),
    section: SectionId,
    reason: z.string().max(2000).optional(),
  }),
  /** The report was frozen as a numbered draft. All that a list of drafts shows stands here; the rest is named by `manifest`. */
  z.strictObject({
    kind: z.literal('version.freeze'),
    number: DraftNumber,
    label: VersionLabel,
    date: Day,
    purpose: VersionPurpose,
    /** sha256 of its manifest, which is the version's id. */
    manifest: Hash,
    /** When the words were as they are in it. */
    frozen: Time,
    counts: Version.shape.counts,
    files: Version.shape.files,
  }),
  /** A member wrote the report as files. */
  z.strictObject({
    kind: z.literal('report.export'),
    files: ExportedFiles,
    /** The official text, without a draft mark. */
    official: z.boolean(),
  }),
  ...approvalFacts,
])
export type Fact = z.infer<typeof Fact>
export type FactOf<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>
