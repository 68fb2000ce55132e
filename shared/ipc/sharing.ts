import { z } from 'zod'
import { LedgerCommand } from '../ledger/commands'
import { Grants, MemberId, Name, Role, Time, Unit } from '../ledger/records'
import { CommitteeState } from './committee'
import { LedgerView } from './ledger-view'

/*
 * What a window may ask about sharing its report, and what it is told. A command of the ledger runs in this program
 * where it is the host, and is sent to the host where it is a member.
 */

/** How this program shares the report. */
export const SharingView = z.object({
  port: z.number(),
  /** `wss://host:port`, the likeliest to be reached first. */
  urls: z.array(z.string()),
  /** Who was there since sharing began. */
  people: z.array(
    z.object({
      member: MemberId,
      /** Connected now. */
      here: z.boolean(),
      /** When the last connection began or ended, ISO. */
      seen: Time,
    }),
  ),
})
export type SharingView = z.infer<typeof SharingView>

/** Everything at once, for a dialog that opens. */
export const CommitteeDetails = z.object({
  state: CommitteeState,
  ledger: LedgerView,
  sharing: SharingView.nullable(),
  /** As the person last signed; proposed for the next report. */
  person: z.object({ name: z.string(), unit: z.string() }),
})
export type CommitteeDetails = z.infer<typeof CommitteeDetails>

export const Port = z.int().min(1).max(65_535)

/** For somebody new, or for another computer of a member. */
export const InvitationWish = z.union([
  z.strictObject({ name: Name, unit: Unit, role: Role, grants: Grants, expires: Time }),
  z.strictObject({ member: MemberId, expires: Time }),
])
export type InvitationWish = z.infer<typeof InvitationWish>

/** One invitation in its three forms. */
export const WrittenInvitation = z.object({
  link: z.string(),
  /** To be read aloud; null where the host has no address that fits. */
  code: z.string().nullable(),
  /** The words of a file. */
  file: z.string(),
})
export type WrittenInvitation = z.infer<typeof WrittenInvitation>

const nothing = z.object({})

export const sharingCommands = {
  /** Starts sharing. The person's name and unit stand in the ledger. Fails where the port is taken. */
  'committee.share': {
    input: z.object({ name: Name, unit: Unit, port: Port.optional() }),
    output: nothing,
  },
  'committee.stopSharing': { input: nothing, output: nothing },
  'committee.state': { input: nothing, output: CommitteeDetails },
  'committee.command': {
    input: z.object({ command: LedgerCommand }),
    /** The member whom it concerned, where it concerned one. */
    output: z.object({ member: MemberId.nullable() }),
  },
  'committee.invite': { input: InvitationWish, output: WrittenInvitation },
  /** Asks where, and writes the invitation there; `path` is null where the person cancelled. */
  'committee.saveInvitation': {
    input: z.object({ name: z.string().max(120), file: z.string().max(8000) }),
    output: z.object({ path: z.string().nullable() }),
  },
}
