import { unreachable } from '../util/exhaustive'
import type { Caller } from './entry'
import type { Fact, FactOf } from './facts'
import type { Ledger } from './ledger'
import { withKey } from './with-key'
import { noWork, type Approval, type SectionWork } from './work'

/** Kinds of facts about approvals and the work on sections. */
export type WorkFact = FactOf<
  | 'approvers.set'
  | 'section.approve'
  | 'approval.withdraw'
  | 'section.return'
  | 'approval.delegate'
  | 'approval.rules'
  | 'change.editorial'
  | 'approval.touch'
  | 'tracking.set'
  | 'section.openForComment'
  | 'section.ready'
  | 'section.resumeWriting'
>

export interface Done<Which extends Fact = Fact> {
  readonly fact: Which
  readonly at: string
  readonly by: Caller
}

/** The ledger after such a fact. */
export function applyWork(ledger: Ledger, { fact, at, by }: Done<WorkFact>): Ledger {
  const who = nameOf(by)
  switch (fact.kind) {
    case 'approvers.set': {
      const { section, members, subtree } = fact
      const set = members.length === 0 ? null : { section, members, subtree }
      return { ...ledger, approvers: withKey(ledger.approvers, section, set) }
    }
    case 'approval.delegate':
      return delegate(ledger, fact, who, at)
    case 'approval.rules':
      return { ...ledger, rules: { noOpenThreads: fact.noOpenThreads, lockOnApproval: fact.lockOnApproval } }
    case 'tracking.set':
      return { ...ledger, tracking: fact.on }
    case 'change.editorial':
      return declareEditorial(ledger, fact, who, at)
    case 'section.approve':
      return approve(ledger, fact, who, at)
    default:
      return changeWork(unlocked(ledger, fact), fact.section, work => afterFact(work, fact, who, at))
  }
}

type OneSection = Exclude<
  WorkFact,
  FactOf<
    | 'approvers.set'
    | 'approval.delegate'
    | 'approval.rules'
    | 'tracking.set'
    | 'change.editorial'
    | 'section.approve'
  >
>

function afterFact(work: SectionWork, fact: OneSection, who: string, at: string): Partial<SectionWork> {
  switch (fact.kind) {
    case 'approval.withdraw': {
      const approvals = work.approvals.filter(({ by, member }) => by !== who && member !== who)
      return { approvals, ...(fact.unlocks ? { lockedByApproval: false } : {}) }
    }
    case 'section.return':
      // What was approved before is not, once somebody wants it written anew.
      return {
        ...{ phase: null, approvals: [], touched: [], editorial: [] },
        returned: { by: who, at, reason: fact.reason },
        ...(fact.unlocks ? { lockedByApproval: false } : {}),
      }
    case 'approval.touch':
      return { touched: [...work.touched, { member: fact.member, at }] }
    case 'section.openForComment':
      return { phase: { kind: 'for-comment', by: who, at }, returned: null }
    case 'section.ready':
      return { phase: { kind: 'for-approval', by: who, at }, returned: null }
    case 'section.resumeWriting':
      return { phase: null, returned: null }
    default:
      return unreachable(fact)
  }
}

function approve(ledger: Ledger, fact: FactOf<'section.approve'>, by: string, recorded: string): Ledger {
  const { section, member, lock, signature } = fact
  const { fingerprint, parts, at, key, note } = fact
  const approval: Approval = { member, by, fingerprint, parts, at, recorded, key, signature, note }
  const locks = lock === null ? ledger.locks : withKey(ledger.locks, section, lock)
  const signatures = new Set([...ledger.signatures, signature])
  return changeWork({ ...ledger, locks, signatures }, section, work => ({
    approvals: [...work.approvals.filter(earlier => earlier.member !== member), approval],
    ...{ phase: null, returned: null, touched: [] },
    lockedByApproval: lock !== null || work.lockedByApproval,
  }))
}

function declareEditorial(ledger: Ledger, fact: FactOf<'change.editorial'>, by: string, at: string): Ledger {
  const { section, fingerprintBefore: before, fingerprintAfter: after, note } = fact
  return [{ section, before, after }, ...fact.parts].reduce(
    (changed, one) =>
      changeWork(changed, one.section, ({ editorial }) => ({
        editorial: [...editorial, { before: one.before, after: one.after, by, at, note }],
      })),
    ledger,
  )
}

/** An approval's lock goes with it. */
function unlocked(ledger: Ledger, fact: OneSection): Ledger {
  if (!('unlocks' in fact) || !fact.unlocks) return ledger
  return { ...ledger, locks: withKey(ledger.locks, fact.section, null) }
}

function delegate(ledger: Ledger, fact: FactOf<'approval.delegate'>, from: string, at: string): Ledger {
  const { section, to, until } = fact
  const others = ledger.delegations.filter(one => one.from !== from || one.section !== section)
  return { ...ledger, delegations: to === null ? others : [...others, { section, from, to, until, at }] }
}

export function changeWork(
  ledger: Ledger,
  section: string,
  change: (work: SectionWork) => Partial<SectionWork>,
): Ledger {
  const before = ledger.work.get(section) ?? noWork(section)
  return { ...ledger, work: withKey(ledger.work, section, { ...before, ...change(before) }) }
}

/** A member's id, or which of the others it was. */
export const nameOf = (by: Caller): string => (by.kind === 'member' ? by.id : by.kind)
