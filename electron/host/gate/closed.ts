import { can, canSomewhere } from '../../../shared/permissions/can'
import type { Closed } from '../../../shared/permissions/closed'
import type { Locks } from '../../../shared/permissions/locks'
import type { Member } from '../../../shared/permissions/member'
import type { BlockId } from '../../../shared/report/ids'
import type { Item } from 'yjs'
import type { BodyIndex } from './body-index'
import { isArriving } from './containers'
import { refuse } from './refusal'
import { idOf, isHeading, keyOf, type Path } from './sections'
import type { StructureAfter } from './structure-after'
import type { Touched } from './touched'

/** Why this author may not write under these headings; undefined where nothing is in the way. */
export type ClosedAt = (path: Path) => Closed | undefined

/** What headings are called. */
export interface Names {
  readonly idOf: (heading: Item) => BlockId
  /** The id under which rights are looked up. */
  readonly grantIdOf: (heading: Item) => BlockId
}

export const closedFor =
  (author: Member, locks: Locks, { idOf, grantIdOf }: Names = asTheyAre): ClosedAt =>
  path => {
    for (const heading of path) {
      const section = idOf(heading)
      if (locks.elements.has(keyOf(heading)) || locks.sections.has(section))
        return { code: 'locked', section }
    }
    if (can(author, 'edit', path.map(grantIdOf))) return undefined
    const inner = path.at(-1)
    return inner ? { code: 'no-right', section: idOf(inner) } : { code: 'no-right' }
  }

const asTheyAre: Names = { idOf, grantIdOf: idOf }

/** What headings will be called. A new heading that copies the id of another does not inherit the rights in it. */
export function namesAfter(
  after: StructureAfter,
  index: BodyIndex,
  touched: Pick<Touched, 'reshaped'>,
): Names {
  const { idOf } = after
  const bearers = new Map<BlockId, Set<Item>>()
  const note = (heading: Item): void => {
    if (!after.isThere(heading)) return
    const same = bearers.get(idOf(heading))
    if (same) same.add(heading)
    else bearers.set(idOf(heading), new Set([heading]))
  }
  for (const heading of [...after.newHeadings, ...touched.reshaped]) note(heading)
  for (const id of [...bearers.keys()])
    for (const block of index.blocksWith(id)) if (isHeading(block)) note(block)
  const isCopy = (id: BlockId): boolean => (bearers.get(id)?.size ?? 0) > 1
  return { idOf, grantIdOf: heading => (isArriving(heading) && isCopy(idOf(heading)) ? noId : idOf(heading)) }
}

const noId = '' as BlockId

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
