import { can } from '../permissions/can'
import { wholeReport } from '../permissions/member'
import { unreachable } from '../util/exhaustive'
import type { LedgerContext } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import { isKnownSection } from './known-section'
import type { Ledger } from './ledger'
import { permissionsOf } from './permissions-of'

type WorkCommand = CommandOf<
  | 'approvers.set'
  | 'approval.rules'
  | 'tracking.set'
  | 'section.openForComment'
  | 'section.ready'
  | 'section.resumeWriting'
>

/** How approving goes in this report, and how far its writers say they are. */
export function decideWork(ledger: Ledger, command: WorkCommand, context: LedgerContext): Decision {
  switch (command.kind) {
    case 'approvers.set':
      return setApprovers(ledger, command, context)
    case 'approval.rules': {
      const { noOpenThreads = ledger.rules.noOpenThreads, lockOnApproval = ledger.rules.lockOnApproval } =
        command
      const isSame =
        noOpenThreads === ledger.rules.noOpenThreads && lockOnApproval === ledger.rules.lockOnApproval
      return isSame ? no('no-change') : fact({ kind: command.kind, noOpenThreads, lockOnApproval })
    }
    case 'tracking.set':
      return command.on === ledger.tracking ? no('no-change') : fact(command)
    case 'section.openForComment':
    case 'section.ready':
    case 'section.resumeWriting':
      return isAt(ledger, command) ? no('no-change') : fact(command)
    default:
      return unreachable(command)
  }
}

const phaseAfter = {
  'section.openForComment': 'for-comment',
  'section.ready': 'for-approval',
  'section.resumeWriting': null,
} as const

function isAt({ work }: Ledger, { kind, section }: { kind: keyof typeof phaseAfter; section: string }) {
  const known = work.get(section)
  return !known?.returned && (known?.phase?.kind ?? null) === phaseAfter[kind]
}

function setApprovers(
  ledger: Ledger,
  { section, members, subtree }: CommandOf<'approvers.set'>,
  context: LedgerContext,
): Decision {
  const before = ledger.approvers.get(section)
  const isSame = String(before?.members ?? '') === String(members)
  if (isSame && (members.length === 0 || before?.subtree === subtree)) return no('no-change')
  // Taking away must always be possible, also for a section that was deleted meanwhile.
  if (members.length > 0 && !isKnownSection(section, context)) return no('unknown-section')
  if (new Set(members).size < members.length) return no('invalid-input')
  const headings = section === wholeReport ? [] : (context.headingsOf(section) ?? [])
  for (const id of members) {
    const member = ledger.members.get(id)
    if (!member) return no('unknown-member')
    if (member.revoked !== null) return no('revoked')
    if (!can(permissionsOf(ledger, member), 'approve', headings)) return no('cannot-approve')
  }
  return fact({ kind: 'approvers.set', section, members, subtree })
}
