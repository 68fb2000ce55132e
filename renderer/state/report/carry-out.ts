import { EditorState } from 'prosemirror-state'
import type { Doc } from 'yjs'
import type { NoteId } from '../../../shared/report/ids'
import { noteSchema } from '../../../shared/report/schema'
import type { Edit } from '../../../shared/review/apply-edit'
import { editNote } from '../../../shared/review/apply-report'
import { editText, isTextEdit } from '../../../shared/review/apply-text'
import { readFragment } from '../../../shared/sync/read-report'
import { chooseWording } from '../../editor/records/options'
import { mayEdit } from '../../editor/rights/limit-edits'
import { mayChangeRecord } from '../../editor/rights/rights'
import { writeFragment } from '../../editor/sync/binding'
import type { UndoHistory } from '../../editor/undo/undo-history'
import { changeRows } from '../indicator-edits'
import { fragmentAt, type Editors } from './editors'

interface Desk {
  readonly body: Doc
  readonly editors: Editors
  readonly history: UndoHistory
}

type NoteEdit = Extract<Edit, { kind: 'note' }>

/**
 * Carries out edits that were found in the report as it is now, in one step of undo, as the person's own. False, and
 * nothing done, where the person may not; they are told why.
 */
export function carryOut(edits: readonly Edit[], desk: Desk): boolean {
  if (edits.length === 0 || !mayAll(edits, desk)) return false
  desk.history.oneStep(() => {
    writeText(edits, desk)
    for (const [note, own] of byNote(edits)) writeNote(note, own, desk)
    for (const edit of edits) writeRecord(edit, desk)
  })
  return true
}

/** Asked of all before any is made, so that no half of them is left standing. */
function mayAll(edits: readonly Edit[], { body, editors }: Desk): boolean {
  const view = editors.text()
  const inText = edits.filter(isTextEdit)
  if (inText.length > 0) {
    if (!view) return false
    const { tr } = view.state
    editText(tr, inText)
    if (!mayEdit(body, view.state.doc, tr.doc)) return false
  }
  return edits.map(recordOf).every(record => record === null || mayChangeRecord(body, record))
}

function recordOf(edit: Edit): string | null {
  if (edit.kind === 'note') return edit.note
  if (edit.kind === 'cell') return edit.table
  return edit.kind === 'choice' ? edit.options : null
}

function writeText(edits: readonly Edit[], { editors }: Desk): void {
  const view = editors.text()
  const inText = edits.filter(isTextEdit)
  if (!view || inText.length === 0) return
  const { tr } = view.state
  editText(tr, inText)
  view.dispatch(tr)
}

function byNote(edits: readonly Edit[]): ReadonlyMap<NoteId, readonly NoteEdit[]> {
  const notes = new Map<NoteId, NoteEdit[]>()
  for (const edit of edits)
    if (edit.kind === 'note') notes.set(edit.note, [...(notes.get(edit.note) ?? []), edit])
  return notes
}

function writeNote(id: NoteId, edits: readonly NoteEdit[], desk: Desk): void {
  const place = { kind: 'note', id } as const
  const view = desk.editors.at(place)
  if (view) {
    view.dispatch(editNote(view.state.tr, edits))
    return
  }
  // A note that no editor shows.
  const fragment = fragmentAt(desk, place)
  if (!fragment) return
  const state = EditorState.create({ doc: readFragment(fragment, noteSchema) })
  writeFragment(fragment, editNote(state.tr, edits).doc)
}

function writeRecord(edit: Edit, { body }: Desk): void {
  if (edit.kind === 'cell') changeRows(body, edit.table, new Map([[edit.row, { [edit.column]: edit.words }]]))
  if (edit.kind === 'choice') chooseWording(body, edit.options, edit.chosen)
}
