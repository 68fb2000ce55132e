import type { Transaction } from 'yjs'
import { rowCells } from '../../shared/indicators/indicator-row'
import type { BlockId, NoteId, RowId, TableId } from '../../shared/report/ids'
import { blockIdOf, blocksOf } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { byHand } from '../../shared/sync/report-doc'
import { anchorIndex, type AnchorIndex } from '../../shared/review/anchor-index'
import type { AnchorSpot } from '../../shared/review/anchor-place'
import { makeAnchor } from '../../shared/review/make-anchor'
import { touchedBy, type Touched } from '../editor/review/touched'
import { fromEditor } from '../editor/sync/binding'
import { attempt } from './attempt'
import { useCommittee } from './committee'
import type { ReportSession } from './report-session'
import { addRecords, useReview, type RecordDraft } from './review'
import { refusalFor } from './review-rights'
import { isTracking } from './tracking'
import { useWindow } from './window-state'

type Draft = Extract<RecordDraft, { kind: 'change.tracked' }>

/** Milliseconds after an edit until what was there before is kept: nothing of it happens on a key. */
const pause = 300

/**
 * With tracking on, keeps what a block, note or cell said before the person's first edit of it, until the returned
 * function is called. Colleagues' edits are theirs to keep.
 */
export function watchTracking(session: ReportSession): () => void {
  const { body } = session
  /** The report before the edits that were not looked at yet. */
  let before = session.report()
  let touched: Touched[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = (isOn = isTracking()): void => {
    clearTimeout(timer)
    const now = session.report()
    const all = touched
    touched = []
    if (all.length > 0 && isOn) keep(session, draftsFor(before, now, all))
    before = now
  }
  const hear = (tr: Transaction): void => {
    const isOwn = tr.origin === fromEditor || tr.origin === byHand
    // Only the own edits may lie between the two states that are compared.
    if (!isOwn) {
      clearTimeout(timer)
      timer = setTimeout(() => look(), touched.length > 0 ? 0 : pause)
      return
    }
    touched.push(touchedBy(body, tr))
    clearTimeout(timer)
    timer = setTimeout(() => look(), pause)
  }
  let wasOn = isTracking()
  // What was written before tracking was switched on is none of its changes; what came before it is switched off is.
  const follow = (): void => {
    if (isTracking() === wasOn) return
    session.settle()
    if (wasOn) look(true)
    else skip()
    wasOn = !wasOn
  }
  const skip = (): void => {
    clearTimeout(timer)
    touched = []
    before = session.report()
  }
  const stops = [useWindow.subscribe(follow), useCommittee.subscribe(follow)]
  body.on('afterTransaction', hear)
  return () => {
    look()
    for (const stop of stops) stop()
    body.off('afterTransaction', hear)
  }
}

/** What is tracked already keeps its first words. */
function keep(session: ReportSession, drafts: readonly Draft[]): void {
  const known = new Set(
    useReview
      .getState()
      .tracked.filter(({ settled }) => settled === null)
      .map(({ anchor }) => JSON.stringify(anchor.target)),
  )
  const fresh = drafts.filter(
    draft => !known.has(JSON.stringify(draft.anchor.target)) && refusalFor(session, 'all', draft) === null,
  )
  if (fresh.length > 0) void attempt(() => addRecords('all', fresh))
}

function draftsFor(before: Report, now: Report, touched: readonly Touched[]): readonly Draft[] {
  const sides = { was: anchorIndex(before), now: anchorIndex(now) }
  const ids = (name: 'blocks' | 'notes' | 'rows'): Set<string> =>
    new Set(touched.flatMap(each => [...each[name]]))
  return [
    ...changedBlocks(sides, ids('blocks')),
    ...(touched.some(({ structure }) => structure) ? comeAndGone(sides) : []),
    ...changedNotes(sides, ids('notes')),
    ...changedCells(sides, ids('rows')),
  ]
}

interface Sides {
  readonly was: AnchorIndex
  readonly now: AnchorIndex
}

const draft = (
  spot: AnchorSpot,
  index: AnchorIndex,
  was: Draft['was'],
  after: string | null = null,
): Draft => ({
  ...{ kind: 'change.tracked', anchor: makeAnchor(spot, index), was, after },
})

function changedBlocks({ was, now }: Sides, ids: ReadonlySet<string>): Draft[] {
  return [...ids].flatMap(id => {
    const before = was.block(id)?.node
    const after = now.block(id)?.node
    if (!before?.isTextblock || !after || before.eq(after)) return []
    return [draft({ kind: 'block', block: id as BlockId }, now, before.toJSON() as Draft['was'])]
  })
}

/** Blocks that are new, and blocks that are gone, each with the one that it stands or stood behind. */
function comeAndGone({ was, now }: Sides): Draft[] {
  const old = blocksOf(was.report.text)
  const fresh = blocksOf(now.report.text)
  const isMissing = (in_: AnchorIndex, id: BlockId): boolean => in_.block(id) === null
  const come = fresh.flatMap((block, at) =>
    isMissing(was, blockIdOf(block)) && block.isTextblock
      ? [draft({ kind: 'block', block: blockIdOf(block) }, now, null, idAt(fresh, at - 1))]
      : [],
  )
  const gone = old.flatMap((block, at) =>
    isMissing(now, blockIdOf(block)) && block.isTextblock
      ? [
          draft(
            { kind: 'block', block: blockIdOf(block) },
            was,
            block.toJSON() as Draft['was'],
            idAt(old, at - 1),
          ),
        ]
      : [],
  )
  return [...come, ...gone]
}

function idAt(blocks: ReturnType<typeof blocksOf>, at: number): string | null {
  const block = blocks[at]
  return block ? blockIdOf(block) : null
}

function changedNotes({ was, now }: Sides, ids: ReadonlySet<string>): Draft[] {
  return [...ids].flatMap(id => {
    const before = was.note(id)?.root
    const after = now.note(id)?.root
    if (!before || !after || before.eq(after)) return []
    const spot = { kind: 'note', note: id as NoteId, from: 0, to: after.content.size } as const
    // A note's anchor is about all of it: one record for a note, whatever was selected.
    return [draft(spot, now, before.toJSON() as Draft['was'])]
  })
}

function changedCells({ was, now }: Sides, ids: ReadonlySet<string>): Draft[] {
  return [...now.report.indicators].flatMap(([table, { rows }]) =>
    rows.flatMap(row => {
      const before = ids.has(row.id) ? rowIn(was, table, row.id) : undefined
      return rowCells.flatMap(column => {
        if (!before || before[column] === row[column]) return []
        const spot = { kind: 'cell', table, row: row.id, column, from: 0, to: row[column].length } as const
        return [draft(spot, now, before[column])]
      })
    }),
  )
}

const rowIn = ({ report }: AnchorIndex, table: TableId, id: RowId) =>
  report.indicators.get(table)?.rows.find(row => row.id === id)
