import { approvalText } from '../approvals/approval-text'
import { coveringOf, placesTaken, requiredApprovers } from '../approvals/approvers'
import { nextOf, sortApprovals, type Standing } from '../approvals/section-states'
import { can } from '../permissions/can'
import type { BlockId } from '../report/ids'
import type { LedgerContext, SectionContent } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import type { Caller } from './entry'
import { isActive, type Ledger, type MemberRecord } from './ledger'
import { memberWho } from './may'
import { permissionsOf } from './permissions-of'
import type { LedgerRefusalCode } from './refusal'
import { noWork } from './work'

type Approve = CommandOf<'section.approve'>

/**
 * Whether somebody's approval is taken up. Everything is checked in one go, against the report as it is: an approval of
 * words that nobody has seen is worth nothing.
 */
export function decideApprove(
  ledger: Ledger,
  command: Approve,
  caller: Caller,
  context: LedgerContext,
): Decision {
  const member = memberWho(ledger, caller)
  const headings = context.headingsOf(command.section)
  const content = context.contentOf(command.section)
  if (!member) return no('not-allowed')
  if (!headings || !content) return no('unknown-section')
  const unsigned = whyUnsigned(ledger, command, member, context)
  if (unsigned) return no(unsigned)
  const turn = turnOf(ledger, member, { headings, content, now: context.now })
  if ('refused' in turn) return no(turn.refused)
  if (content.read.fingerprint !== command.fingerprint) return no('changed')
  const open = context.openIn(command.section)
  if (ledger.rules.noOpenThreads && open.threads + open.proposals > 0) return no('open-threads')
  const { section, fingerprint, at, key, signature, note = '' } = command
  const lock = lockWith(ledger, command, headings, context)
  const parts = content.read.parts.map(part => ({ ...part }))
  return fact({
    kind: 'section.approve',
    member: turn.member,
    ...{ section, fingerprint, parts, at, key, signature, note, lock },
  })
}

const dayInMs = 86_400_000

function whyUnsigned(
  { signatures }: Ledger,
  { section, fingerprint, at, key, signature }: Approve,
  { keys }: MemberRecord,
  { report, now, isSigned }: LedgerContext,
): LedgerRefusalCode | null {
  if (!keys.includes(key)) return 'unknown-key'
  if (!isSigned(approvalText({ report, section, fingerprint, at }), signature, key)) return 'bad-signature'
  // Old approvals must not be shown again when they were withdrawn, or the words went back to what they were.
  if (signatures.has(signature)) return 'used-signature'
  // Members' clocks may be wrong by hours.
  return Math.abs(Date.parse(at) - Date.parse(now)) > dayInMs ? 'bad-time' : null
}

interface Place {
  readonly headings: readonly BlockId[]
  readonly content: SectionContent
  readonly now: string
}

type Turn = { readonly member: string } | { readonly refused: LedgerRefusalCode }

/** For whom this member may approve now: himself, or one who let him. */
function turnOf(ledger: Ledger, self: MemberRecord, { headings, content, now }: Place): Turn {
  const mayApprove = (id: string): boolean => {
    const member = ledger.members.get(id)
    return !!member && isActive(member) && can(permissionsOf(ledger, member), 'approve', headings)
  }
  const day = now.slice(0, 10)
  const acting = [self.id, ...placesTaken(ledger, self.id, { headings, day })].filter(mayApprove)
  const [first] = acting
  if (first === undefined) return { refused: 'not-allowed' }
  const standing = standingOf(ledger, headings, content)
  const required = requiredApprovers(ledger, headings)
  if (required.length === 0) {
    const fresh = acting.find(id => !hasApproved(id, standing))
    return fresh === undefined ? { refused: 'approved-already' } : { member: fresh }
  }
  const next = nextOf(required, standing)
  if (next !== null && acting.includes(next)) return { member: next }
  const asked = acting.filter(id => required.includes(id))
  if (asked.length === 0) return { refused: 'not-an-approver' }
  return { refused: asked.every(id => hasApproved(id, standing)) ? 'approved-already' : 'not-your-turn' }
}

const hasApproved = (member: string, standing: readonly Standing[]): boolean =>
  standing.some(({ approval }) => approval.member === member)

function standingOf(
  ledger: Ledger,
  headings: readonly BlockId[],
  { read: { fingerprint } }: SectionContent,
): readonly Standing[] {
  const section = headings.at(-1) ?? ''
  const work = ledger.work.get(section) ?? noWork(section)
  return sortApprovals(coveringOf(ledger, headings), work, () => fingerprint).standing
}

/** The element to lock; null where it is locked already, or the report's rules do not ask for it. */
function lockWith(
  { rules, locks }: Ledger,
  { section }: Approve,
  headings: readonly BlockId[],
  { elementOf }: LedgerContext,
): string | null {
  if (!rules.lockOnApproval || headings.some(heading => locks.has(heading))) return null
  return elementOf(section) ?? null
}
