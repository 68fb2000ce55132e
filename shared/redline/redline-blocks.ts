import type { Node } from 'prosemirror-model'
import type { Group } from '../compare/align'
import type { FlowPlace } from '../compare/compare-contents'
import { printEachBlock } from '../print/print-blocks'
import type { PrintBlock } from '../print/print-document'
import type { Profile } from '../print/profile'
import { blockIdOf, blocksOf, isIndicatorTable, isTable, tableIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { mergeParagraphs, oneSided, type Merging } from './merge-paragraphs'
import { oneSideOf } from './moved'
import { inOneOrder, numberMoves, type Placed } from './one-order'
import type { RedlineBlock, RedlineChange, RedlineOptions, RedlineParagraph } from './redline-document'
import { mergeIndicators, oneSidedIndicators } from './redline-indicators'
import { changesOf, mergeTables, oneSidedTable } from './redline-tables'
import { sideParagraphs, type SideParagraph } from './side-text'

interface Reports {
  readonly was: Report
  readonly now: Report
}

interface Means {
  readonly profile: Profile
  readonly merging: Merging
  readonly authors: RedlineOptions['authors']
}

/** What belongs together, then and now: the blocks, and what they print. */
interface Pairing {
  readonly nodes: { readonly was: readonly Node[]; readonly now: readonly Node[] }
  readonly printed: { readonly was: readonly PrintBlock[]; readonly now: readonly PrintBlock[] }
}

/** Both texts as one, in reading order. */
export function redlineBlocks(
  reports: Reports,
  flow: readonly FlowPlace[],
  { profile, merging, authors }: Means,
): readonly RedlineBlock[] {
  const [was, now] = [blocksOf(reports.was.text), blocksOf(reports.now.text)]
  const printed = { was: printEachBlock(reports.was, profile), now: printEachBlock(reports.now, profile) }
  const groups = groupsOf(flow, was, now)
  const moves = numberMoves(groups)
  return inOneOrder(groups).flatMap((placed): readonly RedlineBlock[] => {
    const { group } = placed
    const pairing = {
      nodes: { was: group.was.flatMap(at => was[at] ?? []), now: group.now.flatMap(at => now[at] ?? []) },
      printed: {
        was: group.was.flatMap(at => printed.was[at] ?? []),
        now: group.now.flatMap(at => printed.now[at] ?? []),
      },
    }
    const own = { ...merging, hand: handOf(pairing.nodes, authors) ?? merging.hand }
    return placedBlocks(placed, { pairing, reports, merging: own, move: moves.get(group) })
  })
}

/** Where the blocks of a flow stand; a block that stands twice is found in its order. */
function groupsOf(flow: readonly FlowPlace[], was: readonly Node[], now: readonly Node[]): readonly Group[] {
  const [before, after] = [new Places(was), new Places(now)]
  return flow.map(place => ({
    was: place.was.map(node => before.next(node)),
    now: place.now.map(node => after.next(node)),
    moved: place.moved,
  }))
}

class Places {
  private readonly places = new Map<Node, number[]>()

  constructor(nodes: readonly Node[]) {
    for (const [index, node] of nodes.entries())
      this.places.set(node, [...(this.places.get(node) ?? []), index])
  }

  next(node: Node): number {
    return this.places.get(node)?.shift() ?? 0
  }
}

function handOf({ was, now }: Pairing['nodes'], authors: RedlineOptions['authors']) {
  const known = [...now, ...was].find(node => authors?.has(blockIdOf(node)))
  return known && authors?.get(blockIdOf(known))
}

interface Work {
  readonly pairing: Pairing
  readonly reports: Reports
  readonly merging: Merging
  readonly move: number | undefined
}

function placedBlocks({ side, group }: Placed, work: Work): readonly RedlineBlock[] {
  const { pairing, merging, move } = work
  const { was, now } = pairing.printed
  const [gone, come] = changesOf(merging)
  if (side === 'both')
    return mergeBlocks(work) ?? [...oneSidedBlocks(was, gone), ...oneSidedBlocks(now, come)]
  const [printed, change] = side === 'was' ? [was, gone] : [now, come]
  const [old, fresh] = [sideParagraphs(was), sideParagraphs(now)]
  if (!group.moved || move === undefined || !old?.length || !fresh?.length)
    return oneSidedBlocks(printed, change)
  const kind = side === 'was' ? 'moved-away' : 'moved-here'
  return oneSideOf(mergeParagraphs(old, fresh, merging), { kind, hand: merging.hand, move })
}

/** Null where the two cannot be told as one. */
function mergeBlocks({ pairing, reports, merging }: Work): readonly RedlineBlock[] | null {
  const { nodes, printed } = pairing
  const [old, fresh] = [sideParagraphs(printed.was), sideParagraphs(printed.now)]
  if (old && fresh) return old.length > 0 && fresh.length > 0 ? mergeTexts(old, fresh, merging) : null
  const [was, now] = [printed.was[0], printed.now[0]]
  const [before, after] = [nodes.was[0], nodes.now[0]]
  if (!was || !now || !before || !after) return null
  if (was.kind === 'indicator_table' && now.kind === 'indicator_table')
    return [
      mergeIndicators(
        { print: was, rows: rowsOf(reports.was, before) },
        { print: now, rows: rowsOf(reports.now, after) },
        merging,
      ),
    ]
  if (was.kind !== 'table' || now.kind !== 'table' || !isTable(before) || !isTable(after)) return null
  const table = mergeTables({ node: { was: before, now: after }, print: { was, now } }, merging)
  return table && [table]
}

/**
 * LibreOffice forgets that the end of a paragraph came or is gone when a note stands in it. Where a text was cut or joined
 * behind a note, the piece with the note is told as reworded, and the others as paragraphs of their own.
 */
function mergeTexts(
  was: readonly SideParagraph[],
  now: readonly SideParagraph[],
  merging: Merging,
): readonly RedlineParagraph[] {
  const merged = mergeParagraphs(was, now, merging)
  const isSafe = merged.every(({ end, runs }) => !end || runs.every(({ run }) => run.kind !== 'note'))
  if (isSafe || (was.length > 1 && now.length > 1)) return merged
  const [gone, come] = changesOf(merging)
  const [pieces, change] = was.length > 1 ? [was, gone] : [now, come]
  const at = pieces.findIndex(({ runs }) => runs.some(({ kind }) => kind === 'note'))
  const piece = pieces.slice(at, at + 1)
  return [
    ...oneSided(pieces.slice(0, at), change),
    ...mergeParagraphs(was.length > 1 ? piece : was, was.length > 1 ? now : piece, merging),
    ...oneSided(pieces.slice(at + 1), change),
  ]
}

const rowsOf = ({ indicators }: Report, block: Node) =>
  isIndicatorTable(block) ? (indicators.get(tableIdOf(block))?.rows ?? []) : []

function oneSidedBlocks(blocks: readonly PrintBlock[], change: RedlineChange): readonly RedlineBlock[] {
  return blocks.flatMap((block): readonly RedlineBlock[] => {
    if (block.kind === 'indicator_table') return [oneSidedIndicators(block, change)]
    if (block.kind === 'table') return [oneSidedTable(block, change)]
    return oneSided(sideParagraphs([block]) ?? [], change)
  })
}
