import { memo, useId, useLayoutEffect, useRef } from 'react'
import { countWords } from '../../../shared/counts/counts'
import type { NoteId } from '../../../shared/report/ids'
import { usePresence } from '../../state/presence'
import type { NoteEntry } from '../../state/report/notes-order'
import { proposeFor } from '../../state/proposing'
import { useSession, useSnapshot } from '../../state/use-session'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { openNoteMenu } from './note-menu'

export interface NoteActs {
  /** Draws the note's editor into `dom`, named by another element; returns how to take it away. */
  readonly mount: (id: NoteId, dom: HTMLElement, labelledBy: string) => () => void
  /** Letters, to guess its height before it is drawn. */
  readonly lengthOf: (id: NoteId) => number
  /** To its mark in the text. */
  readonly goBack: (id: NoteId) => void
  readonly removeMark: (id: NoteId) => void
  readonly restoreMark: (id: NoteId) => void
  readonly forget: (id: NoteId) => void
}

interface NoteRowProps {
  readonly note: NoteEntry
  readonly here: boolean
  /** Its mark is on the visible part of the paper. */
  readonly inView: boolean
  readonly readOnly: boolean
  readonly acts: NoteActs
}

export const NoteRow = memo(function NoteRow({ note, here, inView, readOnly, acts }: NoteRowProps) {
  const body = useRef<HTMLDivElement>(null)
  const orphan = note.number === null
  const name = note.number === null ? vi.notes.orphan : vi.notes.number(note.number)
  const label = useId()
  // Before the next key, which may be meant for a note that was made just now. Not again when its number changes: a
  // colleague's note further up must not take the editor away from under somebody's hands.
  useLayoutEffect(
    () => (body.current ? acts.mount(note.id, body.current, label) : undefined),
    [note.id, label, acts],
  )
  const marks = [here && 'here', inView && 'in-view', orphan && 'orphan']
  return (
    <div
      className={['note', ...marks].filter(Boolean).join(' ')}
      role="group"
      aria-label={name}
      onContextMenu={event => openNoteMenu(event, note, acts, readOnly)}
    >
      <button
        type="button"
        className="mark-back"
        aria-label={`${name}: ${vi.notes.back}`}
        title={orphan ? vi.notes.orphan : vi.notes.back}
        disabled={orphan}
        onClick={() => acts.goBack(note.id)}
      >
        {note.number === null ? '(?)' : `(${note.number})`}
      </button>
      <span id={label} hidden>
        {vi.editor.note(note.number)}
      </span>
      <div ref={body} className="body" />
      <span className="aside">
        <Writers id={note.id} />
        {orphan ? vi.notes.orphans : here && <NoteWords id={note.id} />}
        {here && !orphan && readOnly && <ProposeNote id={note.id} name={name} />}
      </span>
    </div>
  )
})

/** For whoever cannot write in the note, and so cannot come to its editor. */
function ProposeNote({ id, name }: { id: NoteId; name: string }) {
  const session = useSession()
  return (
    <Button
      size="small"
      look="quiet"
      aria-label={`${vi.proposals.editor.open}: ${name}`}
      onClick={() => proposeFor(session, { kind: 'note', note: id })}
    >
      {vi.proposals.editor.open}
    </Button>
  )
}

/** Colleagues who are in the note. */
function Writers({ id }: { id: NoteId }) {
  const names = usePresence(({ people }) =>
    people
      .filter(({ at, isSelf }) => !isSelf && at.kind === 'note' && at.id === id)
      .map(({ name }) => name)
      .join(', '),
  )
  return names && <span className="writers">{vi.people.inNote(names)}</span>
}

function NoteWords({ id }: { id: NoteId }) {
  const words = useSnapshot(now => countWords(now.note(id)?.textContent ?? ''))
  return vi.notes.words(words)
}
