import { diffArrays } from 'diff'
import type { Node } from 'prosemirror-model'
import { findBlock } from '../report/find-block'
import type { BlockId } from '../report/ids'
import { blockIdOf, blocksOf, isHeading, isParagraph, levelOf } from '../report/nodes'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorSpot } from './anchor-place'
import type { Proposable } from './apply-edit'
import type { Change } from './change'
import { exactAnchor } from './propose-anchor'
import { cellChanges, choiceChanges, noteChanges } from './propose-records'
import { inlineChanges, typedAs } from './propose-words'

/** One change with the place that it is about: a record `proposal.added` but for who, when and why. */
export interface ProposalDraft {
  readonly anchor: Anchor
  readonly change: Change
}

/** A change and the spot of the report that it is about. */
export interface Found {
  readonly spot: AnchorSpot
  readonly change: Change
}

/**
 * What somebody would have otherwise, from a copy of the report (`index`) that they edited. Accepting all of it gives
 * the copy. Not among it: new notes, notes without a mark in the text, tables of indicators, rows and wordings, for which a proposal has no words.
 */
export function proposeEdits(index: AnchorIndex, now: Proposable): readonly ProposalDraft[] {
  return findEdits(index, now).map(found => draftOf(found, index))
}

export const draftOf = ({ spot, change }: Found, index: AnchorIndex): ProposalDraft => ({
  anchor: exactAnchor(spot, index),
  change,
})

/** The same, each with its spot. */
export function findEdits(index: AnchorIndex, now: Proposable): readonly Found[] {
  const was = index.report
  return [
    // Before the text: accepted in this order, no note is gone before its words are decided.
    ...noteChanges(was, now).filter(({ spot }) => spot.kind !== 'note' || index.note(spot.note) !== null),
    ...cellChanges(was, now),
    ...choiceChanges(was, now),
    ...textChanges(was.text, now.text),
  ]
}

function textChanges(was: Node, now: Node): Found[] {
  const old = blocksOf(was)
  const fresh = blocksOf(now).filter(block => isProposable(block, was))
  const kept = keptPairs(old, fresh)
  return [
    ...old.filter(block => !kept.has(blockIdOf(block))).map(deletion),
    ...insertions(fresh, kept),
    ...[...kept].flatMap(([id, block]) => within(was, id, block)),
  ]
}

/** Blocks that show records are named after them: new ones would show nothing. */
const isProposable = (block: Node, was: Node): boolean =>
  !block.isAtom || findBlock(was, blockIdOf(block)) !== null

/** The blocks that stay where they are, as they are to be: by their ids, in both orders alike. */
function keptPairs(old: readonly Node[], fresh: readonly Node[]): Map<BlockId, Node> {
  const was = new Map(old.map(block => [blockIdOf(block), block]))
  const now = new Map(fresh.map(block => [blockIdOf(block), block]))
  const kept = new Map<BlockId, Node>()
  for (const { added, removed, value } of diffArrays(old.map(blockIdOf), fresh.map(blockIdOf)))
    for (const id of added || removed ? [] : value) {
      const before = was.get(id)
      const after = now.get(id)
      if (before && after && canBecome(before, after)) kept.set(id, after)
    }
  return kept
}

/** Whether one block becomes the other by words and a level alone; a list or an alignment has no proposal of its own. */
function canBecome(was: Node, now: Node): boolean {
  if (was.eq(now)) return true
  if (was.type === now.type && !was.isTextblock) return was.sameMarkup(now) && sameCells(was, now)
  if (isHeading(was) && isHeading(now)) return true
  if (was.type === now.type) return was.sameMarkup(now)
  return isHeading(now) || (isParagraph(now) && now.type.create({ id: blockIdOf(now) }).sameMarkup(now))
}

/** The same rows and cells with the same paragraphs in them. */
function sameCells(was: Node, now: Node): boolean {
  if (was.isTextblock) return was.sameMarkup(now)
  if (was.childCount !== now.childCount || !was.sameMarkup(now)) return false
  return was.content.content.every((child, at) => sameCells(child, now.child(at)))
}

const deletion = (block: Node): Found => ({
  spot: { kind: 'block', block: blockIdOf(block) },
  change: { kind: 'delete-block', block: blockIdOf(block), was: block.toJSON() as Record<string, unknown> },
})

/** New blocks, run by run, each behind the block that stays before it. */
function insertions(fresh: readonly Node[], kept: ReadonlyMap<BlockId, Node>): Found[] {
  const found: Found[] = []
  let after: BlockId | null = null
  let run: Node[] = []
  const close = (): void => {
    if (run.length > 0) found.push(insertion(after, run))
    run = []
  }
  for (const block of fresh)
    if (kept.get(blockIdOf(block)) === block) {
      close()
      after = blockIdOf(block)
    } else run.push(block)
  close()
  return found
}

const insertion = (after: BlockId | null, run: readonly Node[]): Found => ({
  spot: after === null ? { kind: 'section', section: 'report' } : { kind: 'block', block: after },
  change: {
    kind: 'insert-blocks',
    after,
    blocks: run.map(block => block.toJSON() as Record<string, unknown>),
  },
})

function within(was: Node, id: BlockId, now: Node): Found[] {
  const before = findBlock(was, id)
  if (!before || before.node === now) return []
  const { node, pos } = before
  return [...levelChange(node, now), ...wordChanges(node, pos, now)]
}

function levelChange(was: Node, now: Node): Found[] {
  const [before, after] = [was, now].map(block => (isHeading(block) ? levelOf(block) : null))
  if (before === after || before === undefined || after === undefined) return []
  const block = blockIdOf(was)
  return [{ spot: { kind: 'block', block }, change: { kind: 'level', block, was: before, now: after } }]
}

/** `pos` is before the block as it was; tables are gone through cell by cell. */
function wordChanges(was: Node, pos: number, now: Node): Found[] {
  if (was.eq(now)) return []
  if (!was.isTextblock) {
    const found: Found[] = []
    was.forEach((child, offset, at) => found.push(...wordChanges(child, pos + 1 + offset, now.child(at))))
    return found
  }
  return inlineChanges(was, now).map(change => ({
    spot: { kind: 'text', from: pos + 1 + change.from, to: pos + 1 + change.to },
    change: typedAs(was, change),
  }))
}
