import type { Doc } from 'yjs'
import {
  assignmentsOf,
  auditOf,
  locksIn,
  membersOf,
  type MirroredMember,
} from '../../../shared/ledger/ledger-doc'
import { permissionsOf } from '../../../shared/ledger/permissions-of'
import type { BlockId } from '../../../shared/report/ids'
import { lockSet } from '../../../shared/permissions/locks'
import type { Member } from '../../../shared/permissions/member'
import type { Right } from '../../../shared/permissions/rights'
import type { ReviewCommittee } from '../review/reviewer'
import type { Membership } from './membership'

/** The committee as the host's ledger was last heard of; before that, the invitation says who the person is. */
export const committeeOfRoom = (ledger: Doc, { member, role }: Membership): ReviewCommittee => ({
  member: id => {
    const members = membersOf(ledger)
    const found = members.get(id)
    if (found) return found.revoked === null ? memberOf(ledger, found) : undefined
    return members.size === 0 && id === member ? { id, role, grants: new Map() } : undefined
  },
  locks: () =>
    lockSet([...locksIn(ledger)].map(([section, element]) => ({ section: section as BlockId, element }))),
  founder: () => {
    const audit = auditOf(ledger)
    const first = audit.length > 0 ? audit.get(0).fact : undefined
    return first?.kind === 'ledger.found' ? first.member : null
  },
})

function memberOf(ledger: Doc, { id, role, grants }: MirroredMember): Member {
  const given = new Map<string, readonly Right[]>(Object.entries(grants))
  return permissionsOf({ assignments: new Map(assignmentsOf(ledger)) }, { id, role, grants: given })
}
