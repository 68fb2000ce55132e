import type { Command } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import { newNoteId, type NoteId } from '../../../shared/report/ids'
import { isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import type { Desk } from '../desk'
import { addNoteBody, emptyNote, noteBody, removeNoteBody } from '../records/notes'
import { mayEdit } from '../rights/limit-edits'
import { mayChangeRecord } from '../rights/rights'

/** Puts a note's mark behind the selection and an empty body into the report, in one step; `onMade` hears its id. */
export const insertNote =
  ({ body, history }: Desk, onMade?: (id: NoteId) => void): Command =>
  (state, dispatch) => {
    const { $to } = state.selection
    if (!$to.parent.inlineContent) return false
    if (!dispatch) return true
    const id = newNoteId()
    const tr = state.tr.insert($to.pos, schema.node('note_ref', { id }))
    if (!mayEdit(body, state.doc, tr.doc)) return true
    history.oneStep(() => {
      // The body first: a mark that stands for nothing must never be seen, not even for a moment.
      addNoteBody(body, id, emptyNote())
      dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)).scrollIntoView())
    })
    onMade?.(id)
    return true
  }

/** Puts back a mark at the caret for a note that has lost its own. */
export const restoreNoteMark =
  (id: NoteId): Command =>
  (state, dispatch) => {
    const { $to } = state.selection
    if (!$to.parent.inlineContent) return false
    dispatch?.(state.tr.insert($to.pos, schema.node('note_ref', { id })).scrollIntoView())
    return true
  }

/**
 * Takes every mark of the note out of the text. The body stays stored while it has words: a colleague may be
 * writing them. Problems list it as a note without a mark, and from there it can be put back or forgotten.
 */
export const removeNote =
  ({ body, history }: Desk, id: NoteId): Command =>
  (state, dispatch) => {
    const { tr } = state
    const marks: number[] = []
    state.doc.descendants((node, pos) => {
      if (isNoteRef(node) && noteIdOf(node) === id) marks.push(pos)
    })
    const isBlank = noteBody(body, id)?.textContent.trim() === ''
    if (marks.length === 0 && !isBlank) return false
    for (const pos of marks.reverse()) tr.delete(pos, pos + 1)
    if (dispatch && mayEdit(body, state.doc, tr.doc))
      history.oneStep(() => {
        // While the marks stand they say whose section it is.
        const isForgotten = isBlank && mayChangeRecord(body, id)
        dispatch(tr)
        if (isForgotten) removeNoteBody(body, id)
      })
    return true
  }
