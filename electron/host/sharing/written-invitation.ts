import type { InvitationWish, WrittenInvitation } from '../../../shared/ipc/sharing'
import { Invitation, toInvitationFile, toInvitationLink } from '../../../shared/session/invitation'
import { toInvitationCode } from '../../../shared/session/invitation-code'

/** The command that writes the invitation into the ledger. */
export const inviteCommand = (wish: InvitationWish): object =>
  'member' in wish ? { kind: 'member.inviteAgain', ...wish } : { kind: 'member.invite', ...wish }

interface Told {
  readonly urls: readonly string[]
  readonly certificate: string
  readonly report: string
  readonly secret: string
  readonly expires: string
  readonly title: string
}

/** What the person who is invited is given, in its three forms. */
export function writeInvitation({ title, ...told }: Told): WrittenInvitation {
  const named = { ...told, title: title.replaceAll('\n', ' ').slice(0, 300) }
  const invitation = Invitation.parse({ kind: 'duthao-invite', version: 1, ...named })
  return {
    link: toInvitationLink(invitation),
    code: toInvitationCode(invitation),
    file: toInvitationFile(invitation),
  }
}
