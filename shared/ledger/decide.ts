import { unreachable } from '../util/exhaustive'
import type { LedgerContext } from './change-ledger'
import type { CommandOf, LedgerCommand } from './commands'
import { decideApproval } from './decide-approval'
import { decideApprove } from './decide-approve'
import { decideFreeze } from './decide-freeze'
import { decideInvitation } from './decide-invitation'
import { decideMember } from './decide-member'
import { decideSection } from './decide-section'
import { decideWork } from './decide-work'
import { fact, no, type Decision } from './decision'
import type { Caller } from './entry'
import type { Ledger } from './ledger'
import { mayAdminister, mayLock, mayWrite, memberWho } from './may'

/** Whether a command is carried out, and as which fact. */
export function decide(
  ledger: Ledger,
  command: LedgerCommand,
  caller: Caller,
  context: LedgerContext,
): Decision {
  if (!mayAsk(ledger, command, caller, context)) return no('not-allowed')
  switch (command.kind) {
    case 'ledger.found':
      return found(ledger, command, context)
    case 'member.invite':
    case 'member.inviteAgain':
    case 'invitation.withdraw':
    case 'invitation.redeem':
      return decideInvitation(ledger, command, context)
    case 'member.change':
    case 'member.grant':
    case 'member.revoke':
    case 'member.restore':
    case 'key.revoke':
      return decideMember(ledger, command, context)
    case 'section.assign':
    case 'section.unassign':
    case 'section.lock':
    case 'section.unlock':
      return decideSection(ledger, command, context)
    case 'approvers.set':
    case 'approval.rules':
    case 'tracking.set':
    case 'section.openForComment':
    case 'section.ready':
    case 'section.resumeWriting':
      return decideWork(ledger, command, context)
    // Whoever may read it may write it as files; the record says that it was done.
    case 'report.export':
      return fact(command)
    case 'version.freeze':
      return decideFreeze(ledger, command, context)
    case 'section.approve':
      return decideApprove(ledger, command, caller, context)
    case 'approval.withdraw':
    case 'section.return':
    case 'approval.delegate':
    case 'change.editorial':
    case 'approval.touch':
      return decideApproval(ledger, command, caller, context)
    default:
      return unreachable(command)
  }
}

/** The one list of who may ask what. */
function mayAsk(ledger: Ledger, command: LedgerCommand, caller: Caller, context: LedgerContext): boolean {
  switch (command.kind) {
    case 'ledger.found':
      return caller.kind === 'operator'
    case 'invitation.redeem':
      return caller.kind === 'host'
    case 'approval.touch':
      return caller.kind === 'host'
    case 'section.openForComment':
    case 'section.ready':
    case 'section.resumeWriting':
      return mayWrite(ledger, caller, context.headingsOf(command.section))
    case 'report.export':
      return caller.kind === 'operator' || memberWho(ledger, caller) !== undefined
    case 'section.approve':
    case 'approval.withdraw':
    case 'section.return':
    case 'approval.delegate':
      // Of a member's own doing; whose it is to approve depends on more than rights (decide-approve.ts).
      return memberWho(ledger, caller) !== undefined
    case 'change.editorial':
    case 'section.lock':
    case 'section.unlock':
      return mayLock(ledger, caller, context.headingsOf(command.section))
    default:
      return mayAdminister(ledger, caller)
  }
}

function found(
  { members }: Ledger,
  { name, unit, key }: CommandOf<'ledger.found'>,
  context: LedgerContext,
): Decision {
  if (members.size > 0) return no('already-founded')
  return fact({ kind: 'ledger.found', member: context.newId(), name, unit, key })
}
