import { useMemo } from 'react'
import type { EditorState } from 'prosemirror-state'
import { removeNote, restoreNoteMark } from '../../editor/commands/insert-note'
import { removeNoteBody } from '../../editor/records/notes'
import { noteRefsIn } from '../../../shared/numbering/number-notes'
import type { NoteId } from '../../../shared/report/ids'
import { isNoteRef, noteIdOf } from '../../../shared/report/nodes'
import type { ReportSession } from '../../state/report-session'
import { useSession, useSnapshot } from '../../state/use-session'
import { changeSettings } from '../../state/window-state'
import type { NoteActs } from './NoteRow'
import { useNotesInView } from './notes-in-view'
import { NotesPanel } from './NotesPanel'

/** The notes joined to the report. */
export function Notes() {
  const session = useSession()
  const notes = useSnapshot(now => now.notes())
  const here = useSnapshot(noteHere)
  const near = useSnapshot(noteNear)
  const inView = useNotesInView(state => state.ids)
  const acts = useMemo(() => actsOf(session), [session])
  return (
    <NotesPanel
      notes={notes}
      here={here}
      near={near}
      inView={inView}
      readOnly={session.readOnly}
      acts={acts}
      onClose={() => changeSettings({ notesOpen: false })}
    />
  )
}

function actsOf(session: ReportSession): NoteActs {
  const { body, history } = session
  return {
    mount: (id, dom, labelledBy) => session.mountNote({ kind: 'note', id }, dom, labelledBy),
    lengthOf: id => session.note(id)?.textContent.length ?? 0,
    goBack: id => session.goToNoteMark(id),
    removeMark: id => void session.run(removeNote(session, id)),
    restoreMark: id => void session.run(restoreNoteMark(id)),
    forget: id => history.oneStep(() => removeNoteBody(body, id)),
  }
}

/** The note that is being written, wanted, or whose mark the caret touches. */
function noteHere(session: ReportSession): NoteId | null {
  const wanted = session.wanted()
  if (wanted?.kind === 'note') return wanted.id
  const place = session.caret()?.place
  if (place?.kind === 'note') return place.id
  const state = session.editor()?.state
  return state && place?.kind === 'text' ? markBeside(state) : null
}

function markBeside({ selection }: EditorState): NoteId | null {
  const { $from, $to } = selection
  const node = [$from.nodeAfter, $to.nodeBefore, $from.nodeBefore].find(each => each && isNoteRef(each))
  return node ? noteIdOf(node) : null
}

/** The first note of the paragraph at the caret: the list follows the text there. */
function noteNear(session: ReportSession): NoteId | null {
  const parent = session.editor()?.state.selection.$from.parent
  return (parent?.isTextblock && noteRefsIn(parent)[0]) || null
}
