import type { CommandOf } from './commands'
import type { LedgerContext } from './change-ledger'
import { fact, no, type Decision } from './decision'
import { memberOfKey, type InvitationRecord, type Ledger } from './ledger'
import { isKnownSection } from './known-section'
import { unreachable } from '../util/exhaustive'

type InvitationCommand = CommandOf<
  'member.invite' | 'member.inviteAgain' | 'invitation.withdraw' | 'invitation.redeem'
>

const longestDays = 90
const mostMembers = 1000
const mostInvitations = 5000

export function decideInvitation(
  ledger: Ledger,
  command: InvitationCommand,
  context: LedgerContext,
): Decision {
  switch (command.kind) {
    case 'member.invite':
      return invite(ledger, command, context)
    case 'member.inviteAgain':
      return inviteAgain(ledger, command, context)
    case 'invitation.withdraw':
      return withdraw(ledger, command)
    case 'invitation.redeem':
      return redeem(ledger, command, context)
    default:
      return unreachable(command)
  }
}

function invite(ledger: Ledger, command: CommandOf<'member.invite'>, context: LedgerContext): Decision {
  const { name, unit, role, grants, expires } = command
  if (ledger.members.size >= mostMembers) return no('too-many')
  if (!isGoodExpiry(expires, context.now)) return no('bad-expiry')
  if (!grants.every(({ section }) => isKnownSection(section, context))) return no('unknown-section')
  if (new Set(grants.map(({ section }) => section)).size < grants.length) return no('invalid-input')
  const invitation = { id: context.newId(), secretHash: context.secretHash, expires }
  return fact({ kind: 'member.invite', member: context.newId(), name, unit, role, grants, invitation })
}

function inviteAgain(
  ledger: Ledger,
  command: CommandOf<'member.inviteAgain'>,
  context: LedgerContext,
): Decision {
  const member = ledger.members.get(command.member)
  if (!member) return no('unknown-member')
  if (member.revoked !== null) return no('revoked')
  if (ledger.invitations.size >= mostInvitations) return no('too-many')
  if (!isGoodExpiry(command.expires, context.now)) return no('bad-expiry')
  const invitation = { id: context.newId(), secretHash: context.secretHash, expires: command.expires }
  return fact({ kind: 'member.inviteAgain', member: member.id, invitation })
}

function withdraw({ invitations }: Ledger, command: CommandOf<'invitation.withdraw'>): Decision {
  const invitation = invitations.get(command.invitation)
  if (!invitation) return no('unknown-invitation')
  if (invitation.usedBy !== null) return no('invitation-used')
  if (invitation.withdrawn) return no('no-change')
  return fact({ kind: 'invitation.withdraw', invitation: invitation.id })
}

/** One use, by one key. The same computer may ask again: its first answer may have been lost on the way. */
function redeem(
  ledger: Ledger,
  { secretHash, key }: CommandOf<'invitation.redeem'>,
  context: LedgerContext,
): Decision {
  const invitation = invitationOfSecret(ledger, secretHash)
  if (!invitation) return no('unknown-invitation')
  const member = ledger.members.get(invitation.member)
  if (!member) return no('unknown-member')
  if (member.revoked !== null) return no('revoked')
  if (invitation.usedBy !== null)
    return invitation.usedBy === key && member.keys.includes(key)
      ? { kind: 'done-already' }
      : no('invitation-used')
  if (invitation.withdrawn) return no('invitation-withdrawn')
  if (invitation.expires <= context.now) return no('invitation-expired')
  if (memberOfKey(ledger, key)) return no('key-in-use')
  return fact({ kind: 'invitation.redeem', invitation: invitation.id, key })
}

/** By the hash: comparing hashes tells nothing of the secret, however long it takes. */
export const invitationOfSecret = (
  { invitations }: Ledger,
  secretHash: string,
): InvitationRecord | undefined =>
  [...invitations.values()].find(invitation => invitation.secretHash === secretHash)

function isGoodExpiry(expires: string, now: string): boolean {
  const latest = Date.parse(now) + longestDays * 86_400_000
  return expires > now && Date.parse(expires) <= latest
}
