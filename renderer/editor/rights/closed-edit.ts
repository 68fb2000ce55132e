import type { Node } from 'prosemirror-model'
import { closedUnder, type Closed, type Permissions } from '../../../shared/permissions/closed'
import type { BlockId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { changedSheets, sheetsBetween } from '../sync/changed-sheets'
import { headingsIn, idsOf, isSamePath, pathBefore, pathBehind, type Path } from './section-paths'

/*
 * The rules of the host's gate (electron/host/gate), asked before an edit is made: what one may not write must stay as
 * it is, where it is, under the headings it has, and nothing may come into it. The gate decides; this spares a person an
 * edit that would be turned down.
 */

/** Why this edit may not be made; undefined where nothing is in the way. Ids may still be missing or double in `after`. */
export function closedEdit(before: Node, after: Node, permissions: Permissions): Closed | undefined {
  const { first, oldEnd, newEnd } = changedSheets(before, after)
  const old = sheetsBetween(before, first, oldEnd)
  const now = sheetsBetween(after, first, newEnd)
  const moves = headingsIn(old) !== headingsIn(now)
  const blocks = pair(
    blocksOf(moves ? [...old, ...sheetsBetween(before, oldEnd, before.childCount)] : old),
    blocksOf(moves ? [...now, ...sheetsBetween(after, newEnd, after.childCount)] : now),
  )
  const start = pathBefore(before, first)
  return compare(walk(blocks.old, start, idNow), walk(blocks.now, start, idSoon), permissions)
}

/** The blocks of these sheets that may not be written. They must not be made anew either. */
export function closedBlocks(text: Node, first: number, end: number, permissions: Permissions): Set<Node> {
  const closedAt = remembering(path => closedUnder(idsOf(path), permissions))
  const blocks = walk(blocksOf(sheetsBetween(text, first, end)), pathBefore(text, first), idNow)
  return new Set(blocks.filter(({ path }) => closedAt(path)).map(({ node }) => node))
}

interface Block {
  readonly node: Node
  /** The same block in the other text. */
  twin?: Block
  at: number
}

const blocksOf = (sheets: readonly Node[]): Block[] =>
  sheets.flatMap(sheet => sheet.content.content).map((node, at) => ({ node, at }))

/** Finds each block again: the very same one before a changed one, and that before a copy that bears its id. */
function pair(old: Block[], now: Block[]): { old: Block[]; now: Block[] } {
  const free = new Map<BlockId, Block[]>()
  const same = new Map<Node, Block>()
  for (const block of now) {
    same.set(block.node, block)
    free.set(blockIdOf(block.node), [...(free.get(blockIdOf(block.node)) ?? []), block])
  }
  const join = (block: Block, twin: Block | undefined): void => {
    if (!twin || twin.twin || twin.node.type !== block.node.type) return
    block.twin = twin
    twin.twin = block
  }
  for (const block of old) join(block, same.get(block.node))
  for (const block of old)
    if (!block.twin)
      join(
        block,
        free.get(blockIdOf(block.node))?.find(each => !each.twin && each.node.type === block.node.type),
      )
  return { old, now }
}

interface Standing extends Block {
  readonly path: Path
}

function walk(blocks: readonly Block[], start: Path, idOf: (block: Block) => BlockId): Standing[] {
  let path = start
  return blocks.map(block => {
    path = pathBehind(path, block.node, idOf(block))
    return Object.assign(block, { path })
  })
}

const idNow = ({ node }: Block): BlockId => blockIdOf(node)

// What is new, or a copy, gets an id of its own, and inherits no rights by the one that it bears for a moment.
const idSoon = (block: Block): BlockId => (block.twin ? idNow(block) : ('' as BlockId))

function compare(
  old: readonly Standing[],
  now: readonly Standing[],
  permissions: Permissions,
): Closed | undefined {
  const closedAt = remembering(path => closedUnder(idsOf(path), permissions))
  let last = -1
  for (const block of old) {
    const twin = block.twin as Standing | undefined
    const isKept = twin !== undefined && isUnchanged(block, twin)
    const closed = closedAt(block.path)
    if (closed && (!isKept || twin.at < last)) return closed
    if (closed && twin) last = twin.at
  }
  for (const block of now) {
    const twin = block.twin as Standing | undefined
    const closed = twin && isUnchanged(twin, block) ? undefined : closedAt(block.path)
    if (closed) return closed
  }
  return undefined
}

const isUnchanged = (before: Standing, after: Standing): boolean =>
  isSamePath(before.path, after.path) && (before.node === after.node || before.node.eq(after.node))

/** Neighbours have the very same path. */
function remembering(decide: (path: Path) => Closed | undefined): (path: Path) => Closed | undefined {
  const known = new Map<Path, Closed | undefined>()
  return path => {
    if (!known.has(path)) known.set(path, decide(path))
    return known.get(path)
  }
}
