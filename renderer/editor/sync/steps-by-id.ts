import { Fragment, type Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import type { BlockId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { changedSheets, sheetsBetween } from './changed-sheets'
import { longestKept, type Kept } from './longest-kept'

/*
 * The binding (y-prosemirror) pairs old and new blocks by their place. When one edit takes blocks away here and
 * puts blocks in there (a move, a range deleted across sheets, a paste over a selection), places shift and it
 * rewrites blocks that nobody touched, and with them what a colleague is typing there. So such an edit is
 * written in small steps that pairing by place cannot get wrong: one run of blocks gone, or one run come, at a
 * time, and the changes inside blocks last. Blocks are recognised by their ids.
 */

/** What tells which blocks must stay in their shared elements. */
export interface Staying {
  /** Tells which blocks the edit itself took out. */
  readonly mapping: Mapping
  /** Blocks of the sheets between these indexes that the person may not write: nobody may make them anew. */
  readonly closed: (first: number, end: number) => ReadonlySet<Node>
}

/** The texts in between, in the order in which to write them; the new text itself comes after the last. */
export function stepsById(before: Node, after: Node, { mapping, closed }: Staying): Node[] {
  const { first, oldEnd, newEnd, from } = changedSheets(before, after)
  const old = sheetsBetween(before, first, oldEnd).map(blocksIn)
  const now = sheetsBetween(after, first, newEnd).map(blocksIn)
  if (old.length === now.length && old.every((blocks, index) => sameIds(blocks, now[index] ?? []))) return []
  const whole = (sheets: readonly Sheet[]): Node =>
    after.copy(
      Fragment.fromArray([
        ...sheetsBetween(before, 0, first),
        ...sheets.map(blocks => sheetOf(before, after, blocks)),
        ...sheetsBetween(before, oldEnd, before.childCount),
      ]),
    )
  return writeRuns(old, now, weigh(old, from, mapping, closed(first, oldEnd))).map(whole)
}

type Sheet = readonly Node[]

interface Runs<T> {
  readonly items: readonly T[]
  readonly steps: readonly (readonly T[])[]
}

/** How much is lost by making a block of the old text anew. */
type Weigh = (block: Node) => number

/** More than any text is long: what the edit did not take out stays, whatever must move around it. */
const untouched = 1e9
/** More than all the untouched ones together. */
const untouchable = 1e14

function weigh(old: readonly Sheet[], from: number, mapping: Mapping, closed: ReadonlySet<Node>): Weigh {
  const taken = new Set<Node>()
  let pos = from
  for (const blocks of old) {
    pos++
    for (const block of blocks) {
      if (mapping.mapResult(pos, 1).deletedAfter) taken.add(block)
      pos += block.nodeSize
    }
    pos++
  }
  return block => block.nodeSize + (closed.has(block) ? untouchable : taken.has(block) ? 0 : untouched)
}

function writeRuns(old: readonly Sheet[], now: readonly Sheet[], weightOf: Weigh): (readonly Sheet[])[] {
  const sheets = pairSheets(old, now, weightOf)
  const gone = takeAway(old, new Set(sheets.map(pair => pair.from)))
  const steps = [...gone.steps]
  let current = gone.items
  const pairs = sheets.map(pair => pairBlocks(old[pair.from] ?? [], now[pair.to] ?? [], weightOf))
  sheets.forEach((pair, index) => {
    const rewrite = (blocks: Sheet): readonly Sheet[] => (current = current.with(index, blocks))
    const blocks = takeAway(old[pair.from] ?? [], new Set(pairs[index]?.map(block => block.from)))
    steps.push(...blocks.steps.map(rewrite))
  })
  sheets.forEach((pair, index) => {
    const rewrite = (blocks: Sheet): readonly Sheet[] => (current = current.with(index, blocks))
    const blocks = putIn(
      current[index] ?? [],
      now[pair.to] ?? [],
      new Set(pairs[index]?.map(block => block.to)),
    )
    steps.push(...blocks.steps.map(rewrite))
  })
  return [...steps, ...putIn(current, now, new Set(sheets.map(pair => pair.to))).steps]
}

/** An old and a new sheet are one if they share blocks. */
function pairSheets(old: readonly Sheet[], now: readonly Sheet[], weightOf: Weigh): readonly Kept[] {
  const homes = new Map<BlockId, { home: number; weight: number }>()
  old.forEach((blocks, home) =>
    blocks.forEach(block => homes.set(blockIdOf(block), { home, weight: weightOf(block) })),
  )
  const pairs = now.flatMap((blocks, to) => {
    const shared = new Map<number, number>()
    for (const block of blocks) {
      const known = homes.get(blockIdOf(block))
      if (known) shared.set(known.home, (shared.get(known.home) ?? 0) + known.weight)
    }
    // Falling within one new sheet, so that only one of its old sheets can be chosen.
    return [...shared].map(([from, weight]): Kept => ({ from, to, weight })).sort((a, b) => b.from - a.from)
  })
  return longestKept(pairs)
}

function pairBlocks(old: Sheet, now: Sheet, weightOf: Weigh): readonly Kept[] {
  const places = new Map(old.map((block, index) => [blockIdOf(block), index]))
  return longestKept(
    now.flatMap((block, to): Kept[] => {
      const from = places.get(blockIdOf(block))
      const known = from === undefined ? undefined : old[from]
      return from === undefined || !known ? [] : [{ from, to, weight: weightOf(known) }]
    }),
  )
}

/** Drops what is not kept, one run of neighbours a step. */
function takeAway<T>(items: readonly T[], kept: ReadonlySet<number>): Runs<T> {
  const steps: (readonly T[])[] = []
  let left = items
  let end = items.length
  while (end > 0) {
    let start = end
    while (start > 0 && !kept.has(start - 1)) start--
    if (start < end) steps.push((left = left.toSpliced(start, end - start)))
    end = start - 1
  }
  return { items: left, steps }
}

/** Puts in what is not kept, one run of neighbours a step. */
function putIn<T>(items: readonly T[], now: readonly T[], kept: ReadonlySet<number>): Runs<T> {
  const steps: (readonly T[])[] = []
  let grown = items
  let start = 0
  while (start < now.length) {
    let end = start
    while (end < now.length && !kept.has(end)) end++
    if (start < end) steps.push((grown = grown.toSpliced(start, 0, ...now.slice(start, end))))
    start = end + 1
  }
  return { items: grown, steps }
}

const blocksOfSheet = new WeakMap<readonly Node[], Node>()

function blocksIn(sheet: Node): Sheet {
  const blocks = sheet.content.content
  blocksOfSheet.set(blocks, sheet)
  return blocks
}

// A sheet that a step leaves alone must stay the very same node: the binding recognises it by identity.
function sheetOf(before: Node, after: Node, blocks: Sheet): Node {
  const known = blocksOfSheet.get(blocks)
  if (known) return known
  const like = before.firstChild ?? after.firstChild
  if (!like) throw new RangeError('A text without sheets has no blocks')
  return like.copy(Fragment.fromArray([...blocks]))
}

const sameIds = (a: Sheet, b: Sheet): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index] || sameId(block, b[index]))

const sameId = (a: Node, b: Node | undefined): boolean => b !== undefined && blockIdOf(a) === blockIdOf(b)
