import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { BlockId, NoteId } from '../../../shared/report/ids'
import { isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import type { Visit } from '../../editor/place'
import { findBlock } from '../../editor/queries/find-block'
import { selectionAt } from '../../editor/queries/spots'

export function restoreSelection(view: EditorView, spots: NonNullable<Visit['selection']>): void {
  const selection = selectionAt(view.state.doc, spots)
  if (selection) view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
}

/** Puts the caret at the start of a block and brings it to the upper part of the window. */
export function goToBlock(view: EditorView, id: BlockId): boolean {
  const block = findBlock(view.state.doc, id)
  if (!block) return false
  const selection = block.node.isTextblock
    ? TextSelection.create(view.state.doc, block.pos + 1)
    : NodeSelection.create(view.state.doc, block.pos)
  view.dispatch(view.state.tr.setSelection(selection))
  view.focus()
  bringIntoView(view, block.pos)
  return true
}

/** Puts the caret behind the first mark of a note. */
export function goToNoteMark(view: EditorView, id: NoteId): boolean {
  const pos = noteMarkAt(view, id)
  if (pos === null) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1)))
  view.focus()
  bringIntoView(view, pos)
  return true
}

/**
 * Sheets outside the window have estimated heights only. Scrolling there lays them out, and what was above may
 * turn out taller or shorter, so the place is aimed at once more when that is known.
 */
export function bringIntoView(view: EditorView, pos: number): void {
  const scroll = (): void => {
    const dom = view.isDestroyed ? null : view.nodeDOM(pos)
    const element = dom instanceof Element ? dom : dom?.parentElement
    if (element && 'scrollIntoView' in element) element.scrollIntoView({ block: 'center' })
  }
  scroll()
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(scroll)
}

function noteMarkAt({ state: { doc } }: EditorView, id: NoteId): number | null {
  let found: number | null = null
  doc.descendants((node, pos) => {
    if (found === null && isNoteRef(node) && noteIdOf(node) === id) found = pos
    return found === null
  })
  return found
}
