import { unreachable } from '../util/exhaustive'
import type { LedgerContext } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import { isKnownSection } from './known-section'
import { isActive, type Ledger, type MemberRecord } from './ledger'

type MemberCommand = CommandOf<
  'member.change' | 'member.grant' | 'member.revoke' | 'member.restore' | 'key.revoke'
>

export function decideMember(ledger: Ledger, command: MemberCommand, context: LedgerContext): Decision {
  const member = ledger.members.get(command.member)
  if (!member) return no('unknown-member')
  switch (command.kind) {
    case 'member.change':
      return change(ledger, member, command)
    case 'member.grant':
      return grant(member, command, context)
    case 'member.revoke':
      if (member.revoked !== null) return no('no-change')
      return isLastSecretary(ledger, member) ? no('last-secretary') : fact(command)
    case 'member.restore':
      return member.revoked === null ? no('not-revoked') : fact(command)
    case 'key.revoke':
      return revokeKey(ledger, member, command)
    default:
      return unreachable(command)
  }
}

function change(ledger: Ledger, member: MemberRecord, command: CommandOf<'member.change'>): Decision {
  const { name = member.name, unit = member.unit, role = member.role } = command
  if (name === member.name && unit === member.unit && role === member.role) return no('no-change')
  if (role !== 'secretary' && isLastSecretary(ledger, member)) return no('last-secretary')
  return fact({ kind: 'member.change', member: member.id, name, unit, role })
}

function grant(member: MemberRecord, command: CommandOf<'member.grant'>, context: LedgerContext): Decision {
  const before = member.grants.get(command.section) ?? null
  if (String(before) === String(command.rights)) return no('no-change')
  // Taking away must always be possible, also for a section that was deleted meanwhile.
  if (command.rights !== null && !isKnownSection(command.section, context)) return no('unknown-section')
  return fact(command)
}

function revokeKey(ledger: Ledger, member: MemberRecord, command: CommandOf<'key.revoke'>): Decision {
  if (!member.keys.includes(command.key)) return no('unknown-key')
  if (member.keys.length === 1 && isLastSecretary(ledger, member)) return no('last-secretary')
  return fact(command)
}

/** A committee without a secretary could never change its ledger again, but for the operator of the host. */
function isLastSecretary({ members }: Ledger, member: MemberRecord): boolean {
  const secretaries = [...members.values()].filter(other => other.role === 'secretary' && isActive(other))
  return secretaries.length === 1 && secretaries[0] === member
}
