import type { LedgerContext } from './change-ledger'
import type { CommandOf } from './commands'
import { fact, no, type Decision } from './decision'
import type { Caller } from './entry'
import type { Ledger } from './ledger'
import { mayAdminister } from './may'

/** Drafts go out in the name of all who write: the secretary freezes them, and the operator. */
export const mayFreeze = (ledger: Ledger, caller: Caller): boolean => mayAdminister(ledger, caller)

/** Numbers only grow, so that "lần 2" is one text for good. The words themselves are the host's affair. */
export function decideFreeze(
  { drafts }: Ledger,
  command: CommandOf<'version.freeze'>,
  { frozen }: LedgerContext,
): Decision {
  if (!frozen) return no('cannot-freeze')
  return isNextNumber(drafts, command.number) ? fact({ ...command, ...frozen }) : no('draft-number')
}

export const isNextNumber = (drafts: Ledger['drafts'], number: number): boolean =>
  drafts.every(draft => draft.number < number)
