import { wholeReport } from '../permissions/member'
import { rightsOfRole, type Right, type Role } from '../permissions/rights'
import type { Grant } from './records'

/**
 * What somebody new is granted. Without sections a drafter may write everywhere and anybody else has what the role
 * brings. With sections the writing and approving is for those alone.
 */
export function grantsFor(role: Role, sections: readonly string[] | null): Grant[] {
  const own = [...rightsOfRole[role]]
  const there: Right[] = role === 'drafter' ? [...own, 'edit'] : own
  if (sections === null) return role === 'drafter' ? [{ section: wholeReport, rights: there }] : []
  const elsewhere = own.filter(right => right !== 'approve')
  return [
    { section: wholeReport, rights: elsewhere },
    ...sections.map(section => ({ section, rights: there })),
  ]
}
