import type { Item } from 'yjs'
import type { Closed } from '../../../shared/permissions/closed'
import { pathAtEnd, type BodyIndex } from './body-index'
import { isArriving } from './containers'
import { refuseIf, type ClosedAt } from './closed'
import { idOf, pathBehind, type Path } from './sections'
import type { StructureAfter } from './structure-after'
import type { Touched } from './touched'

interface Sections {
  readonly index: BodyIndex
  readonly after: StructureAfter
  readonly touched: Pick<Touched, 'blocks' | 'reshaped'>
  readonly closedBefore: ClosedAt
  readonly closedAfter: ClosedAt
}

/**
 * Refuses an update after which a block that its author may not write stands elsewhere, or new words stand where they
 * may not. Looks only at what changes, and from there on until the headings over a block are again what they were.
 */
export function checkSectionsAfter(sections: Sections): void {
  const { index, after, closedBefore, closedAfter } = sections
  const walk = new Walk({
    ...sections,
    closedBefore: oncePerPath(closedBefore),
    closedAfter: oncePerPath(closedAfter),
  })
  let passed: Item | null = null
  for (const sheet of after.sheets()) {
    if (walk.isInStep && !after.isConcerned(sheet)) {
      passed = sheet
      continue
    }
    if (passed) walk.path = pathAtEnd(index, passed)
    passed = null
    const isKept = after.isThere(sheet)
    for (const block of after.blocksOf(sheet)) walk.pass(block, isKept && after.isThere(block))
  }
}

/** Goes through blocks in the order that they will have. */
class Walk {
  /** The headings over the next block, afterwards. */
  path: Path = []
  /** From here on, up to the next change, every block has the headings that it had. */
  isInStep = true

  constructor(private readonly sections: Sections) {}

  pass(block: Item, isKept: boolean): void {
    const { index, after, touched, closedBefore, closedAfter } = this.sections
    const before = isArriving(block) || !isStanding(block) ? null : index.pathOf(block)
    if (!before && !isKept) return
    if (isKept) this.path = pathBehind(this.path, block, after.levelOf)
    const isReshaped = this.path.some(heading => touched.reshaped.has(heading))
    const isSame =
      isKept && before !== null && isSamePath(before, this.path) && !(isReshaped && this.isRenamed())
    this.isInStep = isSame && !isReshaped
    if (isSame && !touched.blocks.has(block)) return
    if (before) refuseIf(closedBefore(before), 'A closed section would change its place or extent')
    if (isKept) refuseIf(closedAfter(this.path), 'Something would come into a closed section')
  }

  /** A section is known by the ids of the headings over it too: a lock and a fingerprint name them. */
  private isRenamed(): boolean {
    const { touched, after } = this.sections
    return this.path.some(heading => touched.reshaped.has(heading) && idOf(heading) !== after.idOf(heading))
  }
}

/** Blocks under one heading share their path and come one after the other. */
function oncePerPath(closedAt: ClosedAt): ClosedAt {
  let last: Path | null = null
  let closed: Closed | undefined
  return path => {
    if (path !== last) closed = closedAt(path)
    last = path
    return closed
  }
}

const isStanding = (block: Item): boolean => !block.deleted

const isSamePath = (a: Path, b: Path): boolean =>
  a === b || (a.length === b.length && a.every((heading, at) => heading === b[at]))
