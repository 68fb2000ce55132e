import type { EditorState } from 'prosemirror-state'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf, type Level } from '../../../shared/report/levels'
import type { Alignment, List } from '../../../shared/report/lists'
import { alignmentOf, blockIdOf, isHeading, isParagraph, levelOf, listOf } from '../../../shared/report/nodes'
import { linkAt } from '../../editor/commands/link'
import { activeMarks, type MarkName } from '../../editor/commands/marks'
import { isInTable } from '../../editor/commands/tables'
import type { Place } from '../../editor/place'
import { blockHere } from '../../editor/queries/block-at'
import { headingAt } from '../../editor/queries/section-at'

/** What the toolbar and the outline need to know of the place where the person is. */
export interface Caret {
  readonly place: Place
  /** The block of the text at the caret, and the heading of its section; null in an empty report. */
  readonly blockId: BlockId | null
  readonly sectionId: BlockId | null
  /** Of the block: the level of a heading, else null. */
  readonly level: Level | null
  readonly list: List
  readonly align: Alignment
  readonly marks: readonly MarkName[]
  readonly href: string | null
  readonly isInTable: boolean
  readonly isEmpty: boolean
  readonly canPromote: boolean
  readonly canDemote: boolean
}

/** `text` is the state of the report's text, `active` that of the editor that has the focus. */
export function caretOf(place: Place, text: EditorState, active: EditorState): Caret {
  const block = blockHere(text)?.node
  const heading = headingAt(text.selection.$head)
  const inner = active.selection.$from.parent
  const depth = heading ? depthOf(levelOf(heading)) : -1
  return {
    place,
    blockId: block ? blockIdOf(block) : null,
    sectionId: heading ? blockIdOf(heading) : null,
    level: block && isHeading(block) ? levelOf(block) : null,
    list: isParagraph(inner) ? listOf(inner) : 'none',
    align: isParagraph(inner) ? alignmentOf(inner) : 'justify',
    marks: activeMarks(active),
    href: linkAt(active) ?? null,
    isInTable: active === text && isInTable(text),
    isEmpty: active.selection.empty,
    canPromote: depth > 0,
    canDemote: depth >= 0 && depth < 4,
  }
}
