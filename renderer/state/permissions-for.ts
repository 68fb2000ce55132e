import type { CommitteeState } from '../../shared/ipc/committee'
import type { LedgerView, MemberView } from '../../shared/ipc/ledger-view'
import { permissionsOf } from '../../shared/ledger/permissions-of'
import type { Permissions } from '../../shared/permissions/closed'
import type { Member } from '../../shared/permissions/member'
import type { BlockId } from '../../shared/report/ids'

/** What the person at this window may write; null where nothing limits it: a report of one's own. */
export function permissionsFor(committee: CommitteeState, ledger: LedgerView): Permissions | null {
  const locks = { sections: new Set(ledger.locks as BlockId[]) }
  if (committee.part === 'none' && locks.sections.size === 0) return null
  return { member: committee.part === 'none' ? null : memberOf(committee, ledger), locks }
}

function memberOf({ self, connection }: CommitteeState, ledger: LedgerView): Member | null {
  if (!self) return null
  const known = ledger.members.find(({ id }) => id === self.id)
  // Whoever is shut out writes for nobody.
  if (connection === 'revoked' || (known?.revoked ?? null) !== null)
    return { id: self.id, role: 'reader', grants: new Map() }
  return known ? withRights(known, ledger) : withRights({ ...self, grants: [] }, ledger)
}

/** A member's rights as the ledger has them; null for one who is unknown or shut out. */
export function memberAt(ledger: LedgerView, id: string): Member | null {
  const known = ledger.members.find(member => member.id === id)
  return known && known.revoked === null ? withRights(known, ledger) : null
}

function withRights(
  { id, role, grants }: Pick<MemberView, 'id' | 'role' | 'grants'>,
  ledger: LedgerView,
): Member {
  const assignments = new Map(ledger.assignments.map(each => [each.section, each]))
  const given = new Map(grants.map(({ section, rights }) => [section, rights]))
  return permissionsOf({ assignments }, { id, role, grants: given })
}
