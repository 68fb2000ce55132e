import { signApproval } from '../../host/ledger/sign-approval'
import { readMembership } from '../../host/peer/membership'
import { approvedCopy, replyToMember } from '../../host/sharing/member-ledger'
import { Failure } from '../../../shared/ipc/failure'
import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller, Program } from '../program'
import { withLedger } from '../reports/ledger-alone'
import { seeApproved } from '../reports/see-approved'
import { reportOf } from './report'

type ApprovalCommands = 'approval.approve' | 'approval.copy'

export const approvalHandlers = (program: Program): Pick<CommandHandlers<Caller>, ApprovalCommands> => ({
  'approval.approve': async (wish, window) => {
    const { host, committee } = reportOf(window)
    // What the person typed last must have reached the host that compares.
    await host.settle(1000)
    const elsewhere = readMembership(host.store)
    const identity = program.identity()
    if (!elsewhere) withLedger(reportOf(window), program)
    const command = signApproval(elsewhere?.report ?? host.store.reportId, wish, identity)
    const reply = elsewhere
      ? await replyToMember(elsewhere, identity, command)
      : committee.sharing.ask(command)
    if (reply.ok) {
      seeApproved(reportOf(window), wish.section)
      return { kind: 'approved' }
    }
    if (reply.code !== 'changed') throw new Failure('not-allowed', reply.message)
    return { kind: 'changed', copy: reply.copy ?? null }
  },
  'approval.copy': async ({ fingerprint }, window) => {
    const { host, committee } = reportOf(window)
    const elsewhere = readMembership(host.store)
    if (!elsewhere) return { copy: committee.sharing.copyOf(fingerprint) }
    return { copy: await approvedCopy(elsewhere, program.identity(), fingerprint) }
  },
})
