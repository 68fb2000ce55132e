import { NodeSelection, type EditorState } from 'prosemirror-state'
import type { AnchorIndex } from '../../../shared/review/anchor-index'
import type { AnchorSpot } from '../../../shared/review/anchor-place'
import { letterAt, noteFlow, positionOfLetter, textFlow, type Flow } from '../../../shared/review/flow'
import type { BlockId } from '../../../shared/report/ids'
import { blockIdOf, isHeading } from '../../../shared/report/nodes'
import { plainTextOf } from '../../../shared/report/text-blocks'
import type { Place } from '../place'
import { blockHere } from '../queries/block-at'
import { headingAt } from '../queries/section-at'

/**
 * What the person means by "here" when they begin an annotation: the selected words; else the word at the caret, in a
 * heading its section, in a table of indicators the whole cell. `active` is the editor of `place`, if it has one.
 */
export function spotHere(place: Place, active: EditorState | null, index: AnchorIndex): AnchorSpot {
  switch (place.kind) {
    case 'text':
      return active ? spotInText(active) : whole
    case 'note':
      return active && index.note(place.id)
        ? { kind: 'note', note: place.id, ...(wordsHere(active, noteFlow(active.doc)) ?? all(active)) }
        : whole
    case 'cell': {
      const { tableId: table, rowId, cell: column } = place
      const words = index.report.indicators.get(table)?.rows.find(({ id }) => id === rowId)?.[column]
      return words === undefined
        ? whole
        : { kind: 'cell', table, row: rowId, column, from: 0, to: words.length }
    }
    case 'table':
      return { kind: 'block', block: place.tableId as string as BlockId }
    case 'wording':
    case 'options':
      return { kind: 'block', block: place.optionsId as string as BlockId }
    case 'field':
      return whole
  }
}

const whole: AnchorSpot = { kind: 'section', section: 'report' }
const all = ({ doc }: EditorState) => ({ from: 0, to: doc.content.size })

function spotInText(state: EditorState): AnchorSpot {
  const { selection, doc } = state
  if (selection instanceof NodeSelection && selection.node.isBlock)
    return { kind: 'block', block: blockIdOf(selection.node) }
  const block = blockHere(state)?.node
  if (selection.empty && block && isHeading(block)) return { kind: 'section', section: blockIdOf(block) }
  const words = wordsHere(state, textFlow(doc))
  if (words) return { kind: 'text', ...words }
  const heading = headingAt(selection.$head)
  return heading ? { kind: 'section', section: blockIdOf(heading) } : whole
}

interface Range {
  readonly from: number
  readonly to: number
}

/** The selected words without the spaces around them; else the word at the caret, else its paragraph. */
function wordsHere({ selection }: EditorState, flow: Flow): Range | null {
  const { $from, from, to, empty } = selection
  if (!empty) return trimmed(flow, { from, to })
  if (!$from.parent.isTextblock) return null
  const text = plainTextOf($from.parent)
  const before = /\S*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0
  const after = /^\S*/u.exec(text.slice($from.parentOffset))?.[0].length ?? 0
  return (
    trimmed(flow, { from: from - before, to: from + after }) ??
    trimmed(flow, { from: $from.start(), to: $from.end() })
  )
}

function trimmed(flow: Flow, { from, to }: Range): Range | null {
  const first = letterAt(flow, from)
  const last = letterAt(flow, to) - 1
  const start = positionOfLetter(flow, first)
  const end = positionOfLetter(flow, last)
  return last < first || start === null || end === null ? null : { from: start, to: end + 1 }
}
