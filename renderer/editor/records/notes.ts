import type { Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import type { NoteId } from '../../../shared/report/ids'
import { noteSchema } from '../../../shared/report/schema'
import { readFragment } from '../../../shared/sync/read-report'
import { byHand, notesOf } from '../../../shared/sync/report-doc'
import { toFragment } from '../../../shared/sync/write-report'
import { mayChangeRecord } from '../rights/rights'

export const emptyNote = (): Node => noteSchema.node('note', null, [noteSchema.node('paragraph')])

/** Stores the body of a note whose mark is put into the text beside this call. */
export const addNoteBody = (body: Doc, id: NoteId, note: Node): void =>
  body.transact(() => void notesOf(body).set(id, toFragment(note)), byHand)

/** The body of a note, or null where none is stored. */
export function noteBody(body: Doc, id: NoteId): Node | null {
  const fragment = notesOf(body).get(id)
  return fragment ? readFragment(fragment, noteSchema) : null
}

/** Forgets the body of a note for good (undo brings it back); its marks in the text are not touched. */
export function removeNoteBody(body: Doc, id: NoteId): void {
  if (mayChangeRecord(body, id)) body.transact(() => notesOf(body).delete(id), byHand)
}
