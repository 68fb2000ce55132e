import type { BlockId } from '../report/ids'
import { wholeReport, type Member } from './member'
import { rightsOfRole, type Right } from './rights'

/**
 * May this member do that in the section with these headings, outermost first (empty: before the first heading)?
 * The innermost grant decides; then the one for the whole report; then the role.
 */
export function can({ role, grants }: Member, right: Right, headings: readonly BlockId[]): boolean {
  // The secretary hands out the rights, so a grant cannot shut the secretary out.
  if (role === 'secretary' && rightsOfRole.secretary.includes(right)) return true
  for (let at = headings.length - 1; at >= 0 && grants.size > 0; at--) {
    const granted = grants.get(headings[at] as BlockId)
    if (granted) return granted.includes(right)
  }
  return (grants.get(wholeReport) ?? rightsOfRole[role]).includes(right)
}

/** Anywhere at all? Decides about records that no place in the text shows. */
export const canSomewhere = (member: Member, right: Right): boolean =>
  can(member, right, []) || [...member.grants.values()].some(granted => granted.includes(right))

/** What stands above and below the text concerns the whole report and its issuing body. */
export const canEditFields = ({ role }: Member): boolean => role === 'secretary'
