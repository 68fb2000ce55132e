import { Fragment, type Node } from 'prosemirror-model'
import { rowCells } from '../../../shared/indicators/indicator-row'
import { blockIdOf, isHeading, levelOf } from '../../../shared/report/nodes'
import { noteSchema } from '../../../shared/report/schema'
import { noteRefSign, plainTextOf } from '../../../shared/report/text-blocks'
import { compareInline } from '../../../shared/compare/compare-inline'
import type { AnchorIndex } from '../../../shared/review/anchor-index'
import type { Edit } from '../../../shared/review/apply-edit'
import { noteText } from '../../../shared/review/propose-records'
import { inlineChanges } from '../../../shared/review/propose-words'
import { readNodes } from '../../../shared/review/read-nodes'
import { resolveAnchor } from '../../../shared/review/resolve-anchor'
import type { TrackedChange } from '../../../shared/review/review'
import type { Place } from '../place'
import type { ProposalMark } from './proposal-marks'

/** A tracked change as the report stands now. */
export interface TrackedStanding {
  readonly was: string
  readonly now: string
  /** What would take it back. */
  readonly back: readonly Edit[]
  /** Where the editors draw it, and what; cells are drawn by their table. */
  readonly place: Place | null
  readonly spans: readonly Pick<ProposalMark, 'from' | 'to' | 'now'>[]
}

/** What differs from what was kept of it; null where nothing does any more, or its place is gone. */
export function trackedStanding(change: TrackedChange, index: AnchorIndex): TrackedStanding | null {
  const { target } = change.anchor
  if (target.kind === 'cell') return ofCell(change, index)
  if (target.kind === 'note') return ofNote(change, target.note, index)
  return target.kind === 'block' ? ofBlock(change, target.block, index) : null
}

function ofBlock({ was, after }: TrackedChange, id: string, index: AnchorIndex): TrackedStanding | null {
  const now = index.block(id)
  const before =
    was === null || typeof was === 'string' ? null : (readNodes([was], index.report)?.[0] ?? null)
  if (!now) return before && deleted(before, after, index)
  if (!before) return was === null ? added(now.node, now.pos) : null
  if (before.eq(now.node) || !before.isTextblock || !now.node.isTextblock) return null
  return {
    was: plain(before),
    now: plain(now.node),
    back: blockBack(before, now.node),
    place: { kind: 'text' },
    spans: spansOf(before, now.node, now.pos + 1),
  }
}

const plain = (block: Node): string => plainTextOf(block).replaceAll(noteRefSign, '')

function added(now: Node, pos: number): TrackedStanding {
  return {
    ...{ was: '', now: now.textContent },
    back: [{ kind: 'delete-block', block: blockIdOf(now) }],
    place: { kind: 'text' },
    spans: [{ from: pos + 1, to: pos + now.nodeSize - 1, now: '' }],
  }
}

/** Within the first sheet. */
const startOfText = 1

function deleted(before: Node, after: string | null, { block }: AnchorIndex): TrackedStanding {
  const behind = after === null ? null : block(after)
  const at = behind ? behind.pos + behind.node.nodeSize : after === null ? startOfText : null
  return {
    ...{ was: before.textContent, now: '', place: { kind: 'text' } },
    spans: at === null ? [] : [{ from: at, to: at, now: plain(before) }],
    // Where what it stood behind is gone as well, there is no place for it.
    back:
      after !== null && !behind
        ? []
        : [{ kind: 'insert-blocks', after: behind && blockIdOf(behind.node), blocks: [before] }],
  }
}

function blockBack(before: Node, now: Node): Edit[] {
  const block = blockIdOf(now)
  const words = inlineChanges(now, before).map((change): Edit => ({ kind: 'words', block, ...change }))
  const [was, is] = [before, now].map(each => (isHeading(each) ? levelOf(each) : null))
  return was === is ? words : [...words, { kind: 'level', block, level: was ?? null }]
}

/** What came as a range, what went as words at its place. `start` is the position of the content. */
function spansOf(before: Node, now: Node, start: number): TrackedStanding['spans'] {
  return compareInline(before, now).flatMap(({ kind, text, now: at }) => {
    if (kind === 'same') return []
    const gone = kind === 'removed' ? text.replaceAll(noteRefSign, '') : ''
    return [{ from: start + at.from, to: start + (kind === 'removed' ? at.from : at.to), now: gone }]
  })
}

function ofNote({ was }: TrackedChange, id: string, index: AnchorIndex): TrackedStanding | null {
  const now = index.note(id)?.root
  const json = was === null || typeof was === 'string' ? [] : [was]
  const before = readNodes(json, undefined, noteSchema)?.[0]
  if (!now || !before || before.eq(now)) return null
  const isAlike = before.childCount === now.childCount
  const spans: TrackedStanding['spans'][number][] = []
  now.forEach((paragraph, pos, at) => {
    if (isAlike) spans.push(...spansOf(before.child(at), paragraph, pos + 1))
  })
  const note = [...index.report.notes.keys()].find(each => each === id)
  if (!note) return null
  return {
    ...{ was: noteText(before), now: noteText(now), spans },
    back: [{ kind: 'note', note, from: 0, to: now.content.size, content: Fragment.from(before.content) }],
    place: { kind: 'note', id: note },
  }
}

function ofCell({ was, anchor }: TrackedChange, index: AnchorIndex): TrackedStanding | null {
  const found = resolveAnchor(anchor, index)
  const at = found.kind === 'detached' ? found.near : found.at
  if (at?.kind !== 'cell' || typeof was !== 'string') return null
  const row = index.report.indicators.get(at.table)?.rows.find(({ id }) => id === at.row)
  if (!row || !rowCells.includes(at.column) || row[at.column] === was) return null
  const { table, column } = at
  return {
    ...{ was, now: row[column], place: null, spans: [] },
    back: [{ kind: 'cell', table, row: at.row, column, words: was }],
  }
}
