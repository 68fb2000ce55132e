import { can, canSomewhere } from '../../../shared/permissions/can'
import type { Locks } from '../../../shared/permissions/locks'
import type { Member } from '../../../shared/permissions/member'
import type { BlockId } from '../../../shared/report/ids'
import type { BodyIndex } from './body-index'
import { refuse, type RefusalCode } from './refusal'
import { idOf, keyOf, type Path } from './sections'

export interface Closed {
  readonly code: Extract<RefusalCode, 'locked' | 'no-right'>
  readonly section?: BlockId
}

/** Why this author may not write under these headings; undefined where nothing is in the way. */
export type ClosedAt = (path: Path) => Closed | undefined

export const closedFor =
  (author: Member, locks: Locks): ClosedAt =>
  path => {
    for (const heading of path) {
      const section = idOf(heading)
      if (locks.elements.has(keyOf(heading)) || locks.sections.has(section))
        return { code: 'locked', section }
    }
    if (can(author, 'edit', path.map(idOf))) return undefined
    const inner = path.at(-1)
    return inner ? { code: 'no-right', section: idOf(inner) } : { code: 'no-right' }
  }

export function refuseIf(closed: Closed | undefined, detail: string): void {
  if (closed) refuse(closed.code, detail, closed.section)
}

/** A record is closed if any place that shows it is. One that nothing shows is open to all who write at all. */
export function closedRecord(id: string, index: BodyIndex, at: ClosedAt, author: Member): Closed | undefined {
  let isShown = false
  for (const block of index.blocksWith(id)) {
    isShown = true
    const closed = at(index.pathOf(block))
    if (closed) return closed
  }
  return isShown || canSomewhere(author, 'edit') ? undefined : { code: 'no-right' }
}
