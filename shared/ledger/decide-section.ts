import { wholeReport } from '../permissions/member'
import { unreachable } from '../util/exhaustive'
import type { LedgerContext } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import type { Ledger } from './ledger'

type SectionCommand = CommandOf<'section.assign' | 'section.unassign' | 'section.lock' | 'section.unlock'>

export function decideSection(ledger: Ledger, command: SectionCommand, context: LedgerContext): Decision {
  const { section } = command
  switch (command.kind) {
    case 'section.assign':
      return assign(ledger, command, context)
    case 'section.unassign':
      return ledger.assignments.has(section) ? fact(command) : no('not-assigned')
    case 'section.lock': {
      if (ledger.locks.has(section)) return no('already-locked')
      const element = context.elementOf(section)
      return element === undefined ? no('unknown-section') : fact({ ...command, element })
    }
    case 'section.unlock':
      return unlock(ledger, command, context)
    default:
      return unreachable(command)
  }
}

/** Whoever opens what was approved says why. */
function unlock(
  ledger: Ledger,
  { section, reason = '' }: CommandOf<'section.unlock'>,
  { headingsOf }: LedgerContext,
): Decision {
  if (!ledger.locks.has(section)) return no('not-locked')
  const isApproved = [...ledger.work.values()].some(
    one => one.approvals.length > 0 && isWithin(one.section, section, headingsOf),
  )
  if (isApproved && reason === '') return no('reason-needed')
  return fact({ kind: 'section.unlock', section, ...(reason === '' ? {} : { reason }) })
}

/** Whether one of the two stands in the other, or both are the same. */
const isWithin = (one: string, other: string, headingsOf: LedgerContext['headingsOf']): boolean =>
  one === other ||
  (headingsOf(one) ?? []).some(heading => heading === other) ||
  (headingsOf(other) ?? []).some(heading => heading === one)

function assign(
  ledger: Ledger,
  command: CommandOf<'section.assign'>,
  { headingsOf }: LedgerContext,
): Decision {
  if (command.section === wholeReport || !headingsOf(command.section)) return no('unknown-section')
  if (new Set(command.members).size < command.members.length) return no('invalid-input')
  for (const id of command.members) {
    const member = ledger.members.get(id)
    if (!member) return no('unknown-member')
    if (member.revoked !== null) return no('revoked')
    if (member.role !== 'drafter' && member.role !== 'secretary') return no('cannot-write')
  }
  return fact(command)
}
