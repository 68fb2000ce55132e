import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { findBlock } from '../../../shared/report/find-block'
import type { BlockId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { headingsOf } from '../../../shared/report/text-blocks'
import { headingAt } from '../../editor/queries/section-at'

/** A text and the element that scrolls it. */
export interface Scrolled {
  readonly view: EditorView
  readonly scroller: HTMLElement
}

/** How far a section has been scrolled past the upper edge, in pixels; below 0 while its heading is still in view. */
export interface PlaceOnPaper {
  readonly section: BlockId
  readonly past: number
}

/** How far below the upper edge a person begins to read, in pixels. */
const readingLine = 24

/** The section at the upper edge; null above the first one, and where the text is out of view. */
export function placeNow({ view, scroller }: Scrolled): PlaceOnPaper | null {
  const edge = scroller.getBoundingClientRect().top
  const text = view.dom.getBoundingClientRect()
  const found = view.posAtCoords({
    left: text.left + text.width / 2,
    top: Math.max(edge, text.top) + readingLine,
  })
  const heading = found && headingAt(view.state.doc.resolve(found.pos))
  const top = heading && topOf(view, heading)
  return heading && top !== null && top !== undefined
    ? { section: blockIdOf(heading), past: edge - top }
    : null
}

/**
 * Brings the same section to the same place, and not past its end. A section that this text lacks is passed over for the one
 * before it, as the other text (`order`) has them. False where none of them is here.
 */
export function showPlace({ view, scroller }: Scrolled, place: PlaceOnPaper, order: Node): boolean {
  const headings = headingsOf(order).map(blockIdOf)
  const known = new Map(headingsOf(view.state.doc).map(heading => [blockIdOf(heading), heading]))
  const here = headings.slice(0, headings.indexOf(place.section) + 1).findLast(id => known.has(id))
  const heading = here && known.get(here)
  const top = heading ? topOf(view, heading) : null
  if (top === null || here === undefined) return false
  const isSame = here === place.section
  const past = isSame ? Math.min(place.past, Math.max(0, heightFrom(view, here, top) - readingLine * 2)) : 0
  scroller.scrollTop += top - scroller.getBoundingClientRect().top + past
  return true
}

/** From a section's heading to the next one, in pixels. */
function heightFrom(view: EditorView, section: BlockId, top: number): number {
  const headings = headingsOf(view.state.doc)
  const next = headings[headings.findIndex(heading => blockIdOf(heading) === section) + 1]
  return ((next ? topOf(view, next) : null) ?? view.dom.getBoundingClientRect().bottom) - top
}

function topOf(view: EditorView, heading: Node): number | null {
  const found = findBlock(view.state.doc, blockIdOf(heading))
  const dom = found && view.nodeDOM(found.pos)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect().top : null
}
