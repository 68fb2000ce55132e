import { Fragment, type Node } from 'prosemirror-model'
import { compareContents } from '../../compare/compare-contents'
import { compareInline } from '../../compare/compare-inline'
import { contentOf } from '../../compare/content'
import { noteRefsIn } from '../../numbering/number-notes'
import type { NoteId } from '../../report/ids'
import { blocksOf, isNoteRef, noteIdOf } from '../../report/nodes'
import { noteRefSign } from '../../report/text-blocks'
import type { Report } from '../../report/report'
import type { PlacedBlock } from './blocks-again'
import { intoTodaysSheets } from './into-todays-sheets'
import type { Again } from './plan-restore'

/**
 * The body of one note; its mark too where that is gone, in what became of the paragraph that bore it. Null where that
 * paragraph is gone as well: then the section must come back.
 */
export function noteAgain(today: Report, version: Report, note: NoteId): Again | null {
  const body = version.notes.get(note)
  if (!body) return null
  const text = isMarked(today.text, note) ? today.text : withMark(today, version, note)
  if (!text) return null
  const now = today.notes.get(note)
  const notes = now?.eq(body) ? today.notes : new Map(today.notes).set(note, body)
  return { after: { ...today, text, notes }, elsewhere: 0 }
}

const isMarked = (node: Node, note: NoteId): boolean => noteRefsIn(node).includes(note)

function withMark(today: Report, version: Report, note: NoteId): Node | null {
  const { flow } = compareContents(contentOf(today), contentOf(version))
  const pair = flow.find(({ now }) => now.some(block => block.isTextblock && isMarked(block, note)))
  const [block, ...more] = pair?.was ?? []
  if (!pair || !block?.isTextblock || more.length > 0) return null
  const marked = markAgain(block, pair.now, note)
  const blocks = blocksOf(today.text).map((each): PlacedBlock => ({
    node: each === block ? marked : each,
    today: each,
  }))
  return intoTodaysSheets(today.text, blocks)
}

/** Today's paragraph with the mark where it stood among the words that are still there. */
function markAgain(block: Node, then: readonly Node[], note: NoteId): Node {
  const { at, mark } = markIn(then, note)
  const part = compareInline([block], then).find(({ now }) => now.from <= at && at < now.to)
  const isCome = part?.kind === 'added' && part.text === noteRefSign
  const place = part
    ? isCome
      ? part.was.from
      : Math.min(part.was.to, part.was.from + at - part.now.from)
    : 0
  const content = block.content.cut(0, place).append(Fragment.from(mark)).append(block.content.cut(place))
  return block.copy(content)
}

/** Its offset, of several blocks as `compareInline` counts, and the mark itself with what it carries. */
function markIn(blocks: readonly Node[], note: NoteId): { at: number; mark: Node | undefined } {
  let [start, at] = [0, 0]
  let mark: Node | undefined
  for (const block of blocks) {
    block.forEach((child, offset) => {
      if (mark || !isNoteRef(child) || noteIdOf(child) !== note) return
      mark = child
      at = start + offset
    })
    start += block.content.size + 1
  }
  return { at, mark }
}
