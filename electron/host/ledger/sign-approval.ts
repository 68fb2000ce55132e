import { approvalText } from '../../../shared/approvals/approval-text'
import type { CommandOf } from '../../../shared/ledger/commands'
import type { Identity } from '../identity/identity'

/** What a person approves, as the person saw it. */
export interface ApprovalWish {
  readonly section: string
  readonly fingerprint: string
  readonly note: string
}

/** The command that approves it, signed with this computer's key, at this moment. */
export function signApproval(
  report: string,
  { section, fingerprint, note }: ApprovalWish,
  identity: Identity,
): CommandOf<'section.approve'> {
  const at = new Date().toISOString()
  const signature = identity.sign(approvalText({ report, section, fingerprint, at }))
  return { kind: 'section.approve', section, fingerprint, at, key: identity.publicKey, signature, note }
}
