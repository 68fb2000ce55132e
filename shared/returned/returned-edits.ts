import type { AnchorIndex } from '../review/anchor-index'
import { anchorIndex } from '../review/anchor-index'
import type { AnchorSpot } from '../review/anchor-place'
import { makeAnchor } from '../review/make-anchor'
import { draftOf, findEdits, type Found } from '../review/propose-edits'
import { blockIdOf } from '../report/nodes'
import type { BlockId } from '../report/ids'
import type { Report } from '../report/report'
import { classOfWords, sidesOf } from './change-sides'
import type { Leftover } from './leftover'
import { lostRecords } from './lost-records'
import { mergeReports } from './merge-reports'
import type { Overlaps } from './overlaps'
import { placeComment } from './place-comment'
import { rebase } from './rebase'
import type { ListedEdit, ProposedEdit, ReturnedComment, ReturnedEdit, ReturnedEdits } from './returned-edit'
import { trackedBy } from './tracked-by'
import type { WordMarks } from './word-marks'

/**
 * What a Word file asks for that came back: `sent` as it left, `back` as it was read with all tracked changes accepted,
 * `today` as the report is now. Accepting all proposals gives today's text with everything that was edited outside.
 */
export function returnedEdits(
  sent: Report,
  back: Report,
  marks: WordMarks,
  today: AnchorIndex,
): ReturnedEdits {
  const { report, leftovers } = rebase(sent, back)
  const merged = mergeReports(sent, report, today.report)
  const who = trackedBy(marks.revisions)
  const proposed = findEdits(today, merged.report).map((found, index): ProposedEdit => {
    const { anchor, change } = draftOf(found, today)
    const sides = sidesOf(change)
    return {
      ...{ kind: 'proposal', key: `edit ${index}`, section: sectionOf(anchor.section), anchor, change },
      ...{ ...sides, both: isBoth(found, merged.overlaps, today), tracked: who(sides.before, sides.after) },
    }
  })
  const listed = [...leftovers, ...lostRecords(sent, report, today)].map((leftover, index): ListedEdit => {
    const { before, after, kind: what } = leftover
    const anchor = makeAnchor(spotOf(leftover, today), today)
    return {
      ...{ kind: 'listed', key: `listed ${index}`, section: sectionOf(anchor.section), anchor, what },
      ...{ before, after, class: what === 'form' ? 'layout' : classOfWords(before, after) },
      tracked: who(before, after),
    }
  })
  const backIndex = anchorIndex(report)
  const comments = marks.comments.map((comment, index): ReturnedComment => {
    const anchor = placeComment(comment, backIndex, today)
    return { kind: 'comment', key: `comment ${index}`, section: sectionOf(anchor.section), anchor, comment }
  })
  return { edits: inOrder([...proposed, ...listed, ...comments], today), already: merged.already }
}

const sectionOf = (section: string): BlockId | 'report' => section as BlockId | 'report'

function isBoth({ spot, change }: Found, overlaps: Overlaps, today: AnchorIndex): boolean {
  if (change.kind === 'insert-blocks') return change.blocks.some(block => overlaps.hasBlock(idOf(block)))
  switch (spot.kind) {
    case 'block':
      return overlaps.hasBlock(spot.block)
    case 'note':
      return overlaps.hasNote(spot.note)
    case 'cell':
      return overlaps.hasCell(spot.table, spot.row, spot.column)
    case 'text': {
      const $from = today.report.text.resolve(spot.from)
      const start = $from.start()
      return overlaps.hasWords(blockIdOf($from.parent), { from: spot.from - start, to: spot.to - start })
    }
    default:
      return false
  }
}

const idOf = (block: Record<string, unknown>): BlockId =>
  ((block['attrs'] as { id?: BlockId } | undefined)?.id ?? '') as BlockId

/** A block of what was sent that is gone today is told under the whole report. */
function spotOf({ near }: Leftover, today: AnchorIndex): AnchorSpot {
  return near !== null && today.block(near)
    ? { kind: 'block', block: near }
    : { kind: 'section', section: 'report' }
}

/** In the order of the sections, and of the blocks in them; about one block proposals first, comments last. */
function inOrder(edits: readonly ReturnedEdit[], today: AnchorIndex): readonly ReturnedEdit[] {
  const posOf = (id: string): number => today.block(id)?.pos ?? Infinity
  const ranked = edits.map((edit, index) => {
    const { target } = edit.anchor
    const section = edit.section === 'report' ? -1 : posOf(edit.section)
    const block = 'block' in target ? target.block : target.kind === 'cell' ? target.table : null
    return { edit, index, section, block: block === null ? section : posOf(block) }
  })
  // Two that stand nowhere differ by nothing.
  const by = (a: number, b: number): number => (a === b ? 0 : a - b)
  return ranked
    .sort((a, b) => by(a.section, b.section) || by(a.block, b.block) || a.index - b.index)
    .map(({ edit }) => edit)
}
