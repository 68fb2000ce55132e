import { can } from '../permissions/can'
import type { Right } from '../permissions/rights'
import type { BlockId } from '../report/ids'
import type { Caller } from './entry'
import { isActive, type Ledger, type MemberRecord } from './ledger'
import { permissionsOf } from './permissions-of'

/** Members, rights and assignments are the secretary's, and the operator's, who could write the file anyway. */
export function mayAdminister(ledger: Ledger, caller: Caller): boolean {
  return caller.kind === 'operator' || memberWho(ledger, caller)?.role === 'secretary'
}

/** Locking keeps words as they are: for the secretary, and for whoever may approve them. */
export function mayLock(ledger: Ledger, caller: Caller, headings: readonly BlockId[] | undefined): boolean {
  return mayAdminister(ledger, caller) || mayDo(ledger, caller, 'approve', headings)
}

/** How far a section has come is for those to say who write it. */
export function mayWrite(ledger: Ledger, caller: Caller, headings: readonly BlockId[] | undefined): boolean {
  return mayAdminister(ledger, caller) || mayDo(ledger, caller, 'edit', headings)
}

function mayDo(
  ledger: Ledger,
  caller: Caller,
  right: Right,
  headings: readonly BlockId[] | undefined,
): boolean {
  const member = memberWho(ledger, caller)
  return member !== undefined && headings !== undefined && can(permissionsOf(ledger, member), right, headings)
}

/** The member who asks; undefined for anybody else, and for one who was shut out. */
export function memberWho({ members }: Ledger, caller: Caller): MemberRecord | undefined {
  const member = caller.kind === 'member' ? members.get(caller.id) : undefined
  return member && isActive(member) ? member : undefined
}
