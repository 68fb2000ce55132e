import type { BlockId } from '../report/ids'
import { can, canSomewhere } from './can'
import type { Locks } from './locks'
import type { Member } from './member'

/** What decides who may write where: the member in question, and the sections that nobody may change. */
export interface Permissions {
  /** Null where it is not known yet who the person is: then only the locks hold. */
  readonly member: Member | null
  readonly locks: Pick<Locks, 'sections'>
}

export interface Closed {
  readonly code: 'locked' | 'no-right'
  /** The locked section, or the innermost one; absent before the first heading. */
  readonly section?: BlockId
}

/** Why nothing may be written under these headings, outermost first; undefined where nothing is in the way. */
export function closedUnder(
  headings: readonly BlockId[],
  { member, locks }: Permissions,
): Closed | undefined {
  const locked = headings.find(heading => locks.sections.has(heading))
  if (locked !== undefined) return { code: 'locked', section: locked }
  if (!member || can(member, 'edit', headings)) return undefined
  const inner = headings.at(-1)
  return inner === undefined ? { code: 'no-right' } : { code: 'no-right', section: inner }
}

/** Whether there is nothing at all that this person may write. */
export const isReader = ({ member }: Permissions): boolean => member !== null && !canSomewhere(member, 'edit')
