import { isEditorial } from '../approvals/editorial'
import { placesTaken, requiredApprovers } from '../approvals/approvers'
import type { ReadCopy } from '../approvals/section-copy'
import { can } from '../permissions/can'
import { wholeReport } from '../permissions/member'
import type { BlockId } from '../report/ids'
import { unreachable } from '../util/exhaustive'
import type { LedgerContext } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import { nameOf } from './apply-work'
import type { Caller } from './entry'
import { isActive, type Ledger } from './ledger'
import { permissionsOf } from './permissions-of'
import { noWork } from './work'

type ApprovalCommand = CommandOf<
  'approval.withdraw' | 'section.return' | 'approval.delegate' | 'change.editorial' | 'approval.touch'
>

/** What happens to approvals beside their being given. */
export function decideApproval(
  ledger: Ledger,
  command: ApprovalCommand,
  caller: Caller,
  context: LedgerContext,
): Decision {
  const who = nameOf(caller)
  switch (command.kind) {
    case 'approval.withdraw':
      return withdraw(ledger, command, who)
    case 'section.return':
      return giveBack(ledger, command, who, context)
    case 'approval.delegate':
      return delegate(ledger, command, who, context)
    case 'change.editorial':
      return declareEditorial(ledger, command, context)
    case 'approval.touch': {
      const { approvals, touched } = ledger.work.get(command.section) ?? noWork(command.section)
      const isKnown = touched.some(({ member }) => member === command.member)
      return approvals.length === 0 || isKnown ? { kind: 'done-already' } : fact(command)
    }
    default:
      return unreachable(command)
  }
}

/** One's own, given by oneself or in one's place. The lock stays as long as anybody else's approval does. */
function withdraw(
  ledger: Ledger,
  { kind, section, reason }: CommandOf<'approval.withdraw'>,
  who: string,
): Decision {
  const { approvals, lockedByApproval } = ledger.work.get(section) ?? noWork(section)
  const others = approvals.filter(({ by, member }) => by !== who && member !== who)
  if (others.length === approvals.length) return no('not-approved')
  const unlocks = others.length === 0 && lockedByApproval && ledger.locks.has(section)
  return fact({ kind, section, reason, unlocks })
}

function giveBack(
  ledger: Ledger,
  { kind, section, reason }: CommandOf<'section.return'>,
  who: string,
  context: LedgerContext,
): Decision {
  const headings = context.headingsOf(section)
  if (!headings) return no('unknown-section')
  if (!mayApprove(ledger, who, headings, context)) return no('not-allowed')
  const { returned, lockedByApproval } = ledger.work.get(section) ?? noWork(section)
  if (returned) return no('no-change')
  return fact({ kind, section, reason, unlocks: lockedByApproval && ledger.locks.has(section) })
}

function mayApprove(
  ledger: Ledger,
  who: string,
  headings: readonly BlockId[],
  { now }: LedgerContext,
): boolean {
  const places = placesTaken(ledger, who, { headings, day: now.slice(0, 10) })
  return [who, ...places].some(id => hasRight(ledger, id, headings))
}

function hasRight(ledger: Ledger, id: string, headings: readonly BlockId[]): boolean {
  const member = ledger.members.get(id)
  return !!member && isActive(member) && can(permissionsOf(ledger, member), 'approve', headings)
}

function delegate(
  ledger: Ledger,
  { kind, section, to, until = null }: CommandOf<'approval.delegate'>,
  who: string,
  context: LedgerContext,
): Decision {
  const before = ledger.delegations.find(one => one.from === who && one.section === section)
  if (to === null) return before ? fact({ kind, section, to, until: null }) : no('no-change')
  if (before?.to === to && before.until === until) return no('no-change')
  const headings = section === wholeReport ? [] : context.headingsOf(section)
  if (!headings) return no('unknown-section')
  if (!isApprover(ledger, who, { section, headings })) return no('not-allowed')
  const deputy = ledger.members.get(to)
  if (!deputy || to === who) return no('unknown-member')
  if (!isActive(deputy)) return no('revoked')
  if (deputy.role !== 'leader' && deputy.role !== 'secretary') return no('cannot-approve')
  if (until !== null && until < context.now.slice(0, 10)) return no('bad-day')
  return fact({ kind, section, to, until })
}

/** A leader who may approve some sections only is asked about those, and delegates for the whole report all the same. */
function isApprover(
  ledger: Ledger,
  who: string,
  { section, headings }: { readonly section: string; readonly headings: readonly BlockId[] },
): boolean {
  if (hasRight(ledger, who, headings) || requiredApprovers(ledger, headings).includes(who)) return true
  const member = ledger.members.get(who)
  return section === wholeReport && [...(member?.grants.values() ?? [])].some(one => one.includes('approve'))
}

function declareEditorial(
  ledger: Ledger,
  { kind, section, fingerprintBefore, fingerprintAfter, note }: CommandOf<'change.editorial'>,
  { contentOf, approvedCopy }: LedgerContext,
): Decision {
  const now = contentOf(section)
  if (!now) return no('unknown-section')
  if (now.read.fingerprint !== fingerprintAfter) return no('changed')
  const { approvals, editorial } = ledger.work.get(section) ?? noWork(section)
  if (fingerprintBefore === fingerprintAfter) return no('no-change')
  const approved = approvals.find(one => one.fingerprint === fingerprintBefore)
  const declared = editorial.some(one => one.after === fingerprintBefore)
  if (!approved && !declared) return no('not-approved')
  const before = approvedCopy(fingerprintBefore)
  if (!before || !isEditorial(before.report, now.read.report)) return no('not-editorial')
  const parts = changedParts(before.parts, now.read.parts)
  return fact({ kind, section, fingerprintBefore, fingerprintAfter, parts, note })
}

type Parts = ReadCopy['parts']

const changedParts = (before: Parts, now: Parts) =>
  now.flatMap(({ section, fingerprint: after }) => {
    const was = before.find(part => part.section === section)?.fingerprint
    return was === undefined || was === after ? [] : [{ section, before: was, after }]
  })
