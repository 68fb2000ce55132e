import type { Node } from 'prosemirror-model'
import type { FoundBlock } from '../report/find-block'
import type { OptionsId, WordingId } from '../report/ids'
import { blockIdOf, isHeading, levelOf } from '../report/nodes'
import { plainTextOf } from '../report/text-blocks'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { Applied, Edit } from './apply-edit'
import { applyWords } from './apply-words'
import type { Change } from './change'
import { readNodes } from './read-nodes'
import { resolveAnchor } from './resolve-anchor'

/** What of a proposal says where and what. */
export interface Proposed {
  readonly anchor: Anchor
  readonly change: Change
}

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/**
 * What accepting a proposal does to the report as it stands now. Nothing where other words stand in its place: those
 * who proposed have not seen them. A change that this program cannot read counts as gone.
 */
export function applyProposal({ anchor, change }: Proposed, index: AnchorIndex): Applied {
  switch (change.kind) {
    case 'words':
      return applyWords(anchor, change, index)
    case 'insert-blocks':
      return insertBlocks(anchor, change, index)
    case 'delete-block':
      return deleteBlock(blockOf(anchor, change.block, index), change)
    case 'level':
      return changeLevel(blockOf(anchor, change.block, index), change)
    case 'cell':
      return changeCell(anchor, change, index)
    default:
      return choose(change, index)
  }
}

const edit = (made: Edit): Applied => ({ kind: 'edit', edit: made })
const gone: Applied = { kind: 'gone' }
const conflict = (found: string): Applied => ({ kind: 'conflict', found })

/** By its id, or where the anchor knows it again: a section that was cut and pasted bears other ids. */
function blockOf(anchor: Anchor, id: string, index: AnchorIndex): FoundBlock | null {
  const known = index.block(id)
  if (known) return known
  const place = resolveAnchor(anchor, index)
  return place.kind === 'found' && place.at.kind === 'block' ? index.block(place.at.block) : null
}

function insertBlocks(anchor: Anchor, { after, blocks }: Of<'insert-blocks'>, index: AnchorIndex): Applied {
  const nodes = readNodes(blocks, index.report)
  const before = after === null ? null : blockOf(anchor, after, index)
  if (!nodes || (after !== null && !before)) return gone
  return edit({ kind: 'insert-blocks', after: before && blockIdOf(before.node), blocks: nodes })
}

function deleteBlock(found: FoundBlock | null, { was }: Of<'delete-block'>): Applied {
  const before = readNodes([was])?.[0]
  if (!found || !before) return gone
  if (!saysTheSame(found.node, before)) return conflict(found.node.textContent)
  return edit({ kind: 'delete-block', block: blockIdOf(found.node) })
}

const saysTheSame = (now: Node, was: Node): boolean =>
  now.isTextblock && was.isTextblock ? plainTextOf(now) === plainTextOf(was) : now.eq(was)

function changeLevel(found: FoundBlock | null, { was, now }: Of<'level'>): Applied {
  if (!found?.node.isTextblock) return gone
  const level = isHeading(found.node) ? levelOf(found.node) : null
  if (level !== was) return conflict(level ?? '')
  return edit({ kind: 'level', block: blockIdOf(found.node), level: now })
}

function changeCell(anchor: Anchor, { was, now }: Of<'cell'>, index: AnchorIndex): Applied {
  const place = resolveAnchor(anchor, index)
  const at = place.kind === 'detached' ? place.near : place.at
  if (at?.kind !== 'cell') return gone
  const row = index.report.indicators.get(at.table)?.rows.find(({ id }) => id === at.row)
  if (!row) return gone
  if (row[at.column] !== was) return conflict(row[at.column])
  return edit({ kind: 'cell', table: at.table, row: at.row, column: at.column, words: now })
}

function choose({ options, was, now }: Of<'choice'>, { report }: AnchorIndex): Applied {
  const found = report.options.get(options as OptionsId)
  if (!found || (now !== null && !found.wordings.some(({ id }) => id === now))) return gone
  if (found.chosen !== (was ?? '')) return conflict(found.chosen)
  return edit({ kind: 'choice', options: found.id, chosen: (now ?? '') as WordingId | '' })
}
