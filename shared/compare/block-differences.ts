import type { Node } from 'prosemirror-model'
import type { BlockId, NoteId } from '../report/ids'
import { depthOf } from '../report/levels'
import {
  alignmentOf,
  blockIdOf,
  isHeading,
  isIndicatorTable,
  isOptions,
  isTable,
  levelOf,
  listOf,
  listStartOf,
} from '../report/nodes'
import type { Group } from './align'
import { textOfBlock, type Blocks } from './blocks-of-content'
import { compareInlineTexts, type InlinePart } from './compare-inline'
import type { Difference } from './difference'
import { differenceOf, oneSided, wholePart, wordDifferences, type Where } from './difference-of'
import { indicatorDifferences } from './indicator-differences'
import { inlineTextOf } from './inline-text'
import { optionsDifferences } from './options-differences'
import { tableDifferences } from './table-differences'

/** Two contents while they are compared. */
export interface Sides {
  readonly was: Blocks
  readonly now: Blocks
  /** The note that an old note is today; its own id where it is gone. */
  readonly noteToday: (note: NoteId) => NoteId
}

/** What is not as it was in blocks that belong together. */
export function blockDifferences(sides: Sides, group: Group): Difference[] {
  const { was, now } = sides
  const [old, fresh] = [nodesAt(was, group.was), nodesAt(now, group.now)]
  const [first, last] = [old[0], fresh[0]]
  if (!last) return first ? [oneSided('removed', textOfBlock(first, was.content), whereIs(sides, group))] : []
  if (!first) return [oneSided('added', textOfBlock(last, now.content), whereIs(sides, group))]
  const where = whereIs(sides, group)
  const found: Difference[] = []
  if (group.moved) found.push(moved(sides, group, where))
  if (old.length === 1 && fresh.length === 1) {
    if (isSameBlock(first, last)) return found
    found.push(...levelDifference(first, last, where), ...formDifference(first, last, where))
  }
  return [...found, ...contentDifferences(sides, { old, fresh, where })]
}

/** Text that is the very same; what tables of indicators and alternatives show lies outside of the text. */
const isSameBlock = (was: Node, now: Node): boolean =>
  !isIndicatorTable(now) && !isOptions(now) && was.eq(now)

interface Pairing {
  readonly old: readonly Node[]
  readonly fresh: readonly Node[]
  readonly where: Where
}

function contentDifferences(sides: Sides, { old, fresh, where }: Pairing): Difference[] {
  const [was, now] = [old[0], fresh[0]]
  if (!was || !now) return []
  if (isIndicatorTable(now)) return indicatorDifferences(sides, was, now, where.section)
  if (isOptions(now)) return optionsDifferences(sides, was, now, where.section)
  if (isTable(now)) return tableDifferences(sides, was, now, where.section)
  const parts = partsOf(sides, old, fresh)
  const found: Difference[] = []
  if (fresh.length > 1) found.push(differenceOf({ kind: 'split', class: 'layout', parts, ...where }))
  if (old.length > 1) found.push(differenceOf({ kind: 'joined', class: 'layout', parts, ...where }))
  return [...found, ...wordDifferences(parts, where)]
}

/** The words of text blocks, with old notes under the names they bear today. */
export const partsOf = (
  { noteToday }: Pick<Sides, 'noteToday'>,
  old: readonly Node[],
  fresh: readonly Node[],
): readonly InlinePart[] => {
  const was = inlineTextOf(old)
  const notes = was.notes.map(note => noteToday(note as NoteId))
  return compareInlineTexts({ ...was, notes }, inlineTextOf(fresh))
}

function moved({ was, now }: Sides, group: Group, where: Where): Difference {
  const block = now.content.blocks[group.now[0] ?? 0]
  const from = was.sections[group.was[0] ?? 0] ?? null
  const parts = wholePart('same', block ? textOfBlock(block, now.content) : '')
  return differenceOf({ kind: 'moved', class: 'move', parts, from, ...where })
}

function levelDifference(was: Node, now: Node, where: Where): Difference[] {
  const change = rankOf(now) - rankOf(was)
  if (!was.isTextblock || change === 0) return []
  const parts = wholePart('same', textOfBlock(now, noRecords))
  return [differenceOf({ kind: change < 0 ? 'promoted' : 'demoted', class: 'layout', parts, ...where })]
}

const noRecords = { blocks: [], notes: new Map(), indicators: new Map(), options: new Map() }

/** 0 for a part … 4 for a subnumber, 5 for what is no heading. */
export const rankOf = (block: Node): number => (isHeading(block) ? depthOf(levelOf(block)) : 5)

function formDifference(was: Node, now: Node, where: Where): Difference[] {
  if (was.type !== now.type || formOf(was) === formOf(now)) return []
  const parts = wholePart('same', textOfBlock(now, noRecords))
  return [differenceOf({ kind: 'form', class: 'layout', parts, ...where })]
}

/** How a block is set, apart from its words and its level. */
function formOf(block: Node): string {
  if (block.type.name === 'paragraph')
    return [listOf(block), alignmentOf(block), listStartOf(block) ?? ''].join(' ')
  return isTable(block) ? JSON.stringify({ ...block.attrs, id: '' }) : ''
}

function whereIs({ was, now }: Sides, group: Group): Where {
  const [old, fresh] = [nodesAt(was, group.was).map(blockIdOf), nodesAt(now, group.now).map(blockIdOf)]
  const [here, there] = [group.now[0], group.was[0]]
  const section = here === undefined ? was.sections[there ?? 0] : now.sections[here]
  const id = fresh[0] ?? old[0] ?? ('' as BlockId)
  return { place: { kind: 'block', id }, section: section ?? null, was: old, now: fresh }
}

const nodesAt = ({ content }: Blocks, indices: readonly number[]): Node[] =>
  indices.flatMap(index => content.blocks[index] ?? [])
