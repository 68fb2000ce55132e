import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { newBlockId, type BlockId } from '../../../shared/report/ids'
import { blockIdOf, isIndicatorTable, isOptions } from '../../../shared/report/nodes'
import { placesIn } from '../queries/find-block'
import { changedSheets, sheetsBetween, type ChangedSheets } from '../sync/changed-sheets'
import { isFromElsewhere } from '../sync/binding'

/**
 * Gives every block an id of its own after a split, a paste or a drop. Only after local edits: two windows
 * that both repaired a colleague's edit would each write an id.
 */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction(trs, before, { doc, tr }) {
      if (before.doc === doc || trs.some(isFromElsewhere)) return null
      const changed = changedSheets(before.doc, doc)
      for (const pos of needIds(before.doc, doc, changed)) tr.setNodeAttribute(pos, 'id', newBlockId())
      return tr.docChanged ? tr : null
    },
  })
}

interface Candidate {
  readonly node: Node
  readonly pos: number
  readonly isOld: boolean
}

function needIds(before: Node, text: Node, changed: ChangedSheets): number[] {
  const old = new Set<Node>()
  const oldIds = new Set<BlockId>()
  for (const sheet of sheetsBetween(before, changed.first, changed.oldEnd))
    eachBlock(sheet, 0, node => {
      old.add(node)
      oldIds.add(blockIdOf(node))
    })
  const byId = new Map<BlockId, Candidate[]>()
  let sheetPos = changed.from
  for (const sheet of sheetsBetween(text, changed.first, changed.newEnd)) {
    eachBlock(sheet, sheetPos + 1, (node, pos) => {
      const same = byId.get(blockIdOf(node))
      const candidate = { node, pos, isOld: old.has(node) }
      if (same) same.push(candidate)
      else byId.set(blockIdOf(node), [candidate])
    })
    sheetPos += sheet.nodeSize
  }
  return [...byId].flatMap(([id, candidates]) => {
    // Typing: the block is new, its id is not, and nobody else bears it.
    if (id !== '' && candidates.length === 1 && oldIds.has(id)) return []
    return losers(id, candidates, text, changed).map(({ pos }) => pos)
  })
}

/** Who of those that bear one id must take another. */
function losers(id: BlockId, candidates: Candidate[], text: Node, changed: ChangedSheets): Candidate[] {
  const fresh = candidates.filter(({ isOld }) => !isOld)
  if (id === '') return fresh
  if (fresh.length === 0 && candidates.length === 1) return []
  if (isElsewhere(id, text, changed)) return fresh
  // The block that was there before keeps its id, wherever its copy was put. Of two halves it is the one with
  // words: Enter at the very start of a block leaves an empty one before it.
  const keeper =
    candidates.find(({ isOld }) => isOld) ??
    candidates.find(({ node }) => node.content.size > 0) ??
    candidates[0]
  return candidates.filter(candidate => candidate !== keeper)
}

function isElsewhere(id: BlockId, text: Node, { first, newEnd }: ChangedSheets): boolean {
  for (let index = 0; index < text.childCount; index++)
    if ((index < first || index >= newEnd) && placesIn(text.child(index)).has(id)) return true
  return false
}

/** Headings, paragraphs and tables. Indicator tables and options are named after their records. */
function eachBlock(sheet: Node, start: number, visit: (node: Node, pos: number) => void): void {
  sheet.descendants((node, pos) => {
    if (node.isInline) return false
    if ('id' in node.attrs && !isIndicatorTable(node) && !isOptions(node)) visit(node, start + pos)
    return !node.isTextblock
  })
}
