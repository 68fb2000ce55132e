import { can } from '../permissions/can'
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
  if (mayAdminister(ledger, caller)) return true
  const member = memberWho(ledger, caller)
  return (
    member !== undefined && headings !== undefined && can(permissionsOf(ledger, member), 'approve', headings)
  )
}

function memberWho({ members }: Ledger, caller: Caller): MemberRecord | undefined {
  const member = caller.kind === 'member' ? members.get(caller.id) : undefined
  return member && isActive(member) ? member : undefined
}
