import { placesTaken } from '../approvals/approvers'
import type { SectionStatus } from '../approvals/section-states'
import type { LedgerView } from '../ipc/ledger-view'
import { can } from '../permissions/can'
import { wholeReport, type Member } from '../permissions/member'
import { rightsOfRole } from '../permissions/rights'
import { selfAuthor } from '../review/record'

export type WhyNotApprove =
  'no-member' | 'no-right' | 'not-an-approver' | 'not-your-turn' | 'open' | 'approved'

/** What a member may do with a section at the moment. The ledger decides; this keeps windows from offering in vain. */
export interface SectionActs {
  /** Null: may approve now. */
  readonly whyNotApprove: WhyNotApprove | null
  readonly mayReturn: boolean
  readonly mayWithdraw: boolean
  readonly mayLock: boolean
  readonly mayUnlock: boolean
  readonly mayHandIn: boolean
  readonly mayAskForComment: boolean
  readonly mayResume: boolean
  /** The declaration could be one of spelling; whether the change is, the ledger looks at. */
  readonly mayDeclareEditorial: boolean
  readonly mayDelegate: boolean
}

export interface ActsSources {
  /** Null: somebody whom the committee does not know. Whoever writes alone is `alone`. */
  readonly member: Member | null
  /** Everybody's rights. */
  readonly memberOf: (id: string) => Member | null
  readonly ledger: Pick<LedgerView, 'delegations' | 'locks' | 'members'>
  /** 2026-03-31 */
  readonly today: string
}

/** Who writes a report without a committee: the first decision makes a ledger in which they may do the same. */
export const alone: Member = {
  id: selfAuthor,
  role: 'secretary',
  grants: new Map([[wholeReport, [...rightsOfRole.secretary, 'approve']]]),
}

const nothing: SectionActs = {
  whyNotApprove: 'no-member',
  mayReturn: false,
  mayWithdraw: false,
  mayLock: false,
  mayUnlock: false,
  mayHandIn: false,
  mayAskForComment: false,
  mayResume: false,
  mayDeclareEditorial: false,
  mayDelegate: false,
}

export function sectionActs(status: SectionStatus, sources: ActsSources): SectionActs {
  const { member, ledger } = sources
  if (!member) return nothing
  const { headings, section, state, work } = status
  const acting = actingFor(member, status, sources)
  const mayWrite = member.role === 'secretary' || can(member, 'edit', headings)
  const isLocked = ledger.locks.includes(section)
  const mayLock = member.role === 'secretary' || can(member, 'approve', headings)
  const isWritten = state !== 'approved' && !headings.some(heading => ledger.locks.includes(heading))
  const isOwn = ({ by, member: of }: { by: string; member: string }) => by === member.id || of === member.id
  return {
    whyNotApprove: whyNotApprove(acting, status),
    mayReturn: acting.length > 0 && state !== 'returned',
    mayWithdraw: work.approvals.some(isOwn),
    mayLock: mayLock && !isLocked,
    mayUnlock: mayLock && isLocked,
    mayHandIn: mayWrite && isWritten && state !== 'for-approval',
    mayAskForComment: mayWrite && isWritten && state !== 'for-comment',
    mayResume: mayWrite && isWritten && (work.phase !== null || work.returned !== null),
    mayDeclareEditorial: mayWrite && status.lapsed.some(({ of }) => of === section),
    mayDelegate:
      can(member, 'approve', headings) &&
      ledger.members.some(({ id, revoked }) => id !== member.id && revoked === null),
  }
}

/** The member, and whoever lets the member act in their place, as far as they may approve here. */
function actingFor(
  member: Member,
  { headings }: SectionStatus,
  { memberOf, ledger, today }: ActsSources,
): readonly string[] {
  const places = placesTaken(ledger, member.id, { headings, day: today })
  return [member, ...places.flatMap(id => memberOf(id) ?? [])]
    .filter(one => can(one, 'approve', headings))
    .map(({ id }) => id)
}

/** The order of the host's own questions (shared/ledger/decide-approve.ts). */
function whyNotApprove(acting: readonly string[], status: SectionStatus): WhyNotApprove | null {
  const { required, next, standing, isBlocked } = status
  if (acting.length === 0) return 'no-right'
  const hasApproved = (id: string) => standing.some(({ approval }) => approval.member === id)
  if (required.length === 0) {
    if (acting.every(hasApproved)) return 'approved'
  } else if (next === null || !acting.includes(next)) {
    const asked = acting.filter(id => required.includes(id))
    if (asked.length === 0) return 'not-an-approver'
    return asked.every(hasApproved) ? 'approved' : 'not-your-turn'
  }
  return isBlocked ? 'open' : null
}

/**
 * The sections that wait for this member, in the order of the report: handed in or changed since they were approved, and
 * the member's turn. Where an outer section waits, those inside it wait with it, and only the outer one is told.
 */
export function waitingFor(
  states: ReadonlyMap<string, SectionStatus>,
  actsOf: (status: SectionStatus) => SectionActs,
): readonly SectionStatus[] {
  const waiting = new Set<string>()
  return [...states.values()].filter(status => {
    const { state, headings, section } = status
    if (state !== 'for-approval' && state !== 'outdated') return false
    if (headings.slice(0, -1).some(outer => waiting.has(outer))) return false
    const why = actsOf(status).whyNotApprove
    if (why !== null && why !== 'open') return false
    waiting.add(section)
    return true
  })
}
