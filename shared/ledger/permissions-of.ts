import { lockSet, type Locks } from '../permissions/locks'
import { wholeReport, type Member } from '../permissions/member'
import { rightsOfRole, type Right } from '../permissions/rights'
import type { BlockId } from '../report/ids'
import type { Ledger, MemberRecord } from './ledger'

/**
 * What a member may do, as `can` reads it. Who is given a section to draft may edit it: an assignment that could not be
 * carried out would only be found out by a refusal. A grant for the same section says otherwise where it must.
 */
export function permissionsOf(
  { assignments }: Pick<Ledger, 'assignments'>,
  { id, role, grants }: Pick<MemberRecord, 'id' | 'role' | 'grants'>,
): Member {
  const all = new Map(grants as ReadonlyMap<BlockId, readonly Right[]>)
  const base = grants.get(wholeReport) ?? rightsOfRole[role]
  for (const { section, members } of assignments.values())
    if (members.includes(id) && !grants.has(section)) all.set(section as BlockId, [...base, 'edit'])
  return { id, role, grants: all }
}

export const locksOf = ({ locks }: Ledger): Locks =>
  lockSet([...locks].map(([section, element]) => ({ section: section as BlockId, element })))
