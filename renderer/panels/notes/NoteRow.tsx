import { memo, useEffect, useRef } from 'react'
import type { NoteId } from '../../../shared/report/ids'
import { vi } from '../../wording/vi'
import { openNoteMenu } from './note-menu'

export interface ShownNote {
  readonly id: NoteId
  /** Null where no mark in the text stands for it any more. */
  readonly number: number | null
  /** Letters, to guess its height before it is drawn. */
  readonly length: number
  readonly words: number
}

export interface NoteActs {
  /** Draws the note's editor into `dom`; returns how to take it away. */
  readonly mount: (id: NoteId, dom: HTMLElement) => () => void
  /** To its mark in the text. */
  readonly goBack: (id: NoteId) => void
  readonly focus: (id: NoteId) => void
  readonly removeMark: (id: NoteId) => void
  readonly restoreMark: (id: NoteId) => void
  readonly forget: (id: NoteId) => void
}

interface NoteRowProps {
  readonly note: ShownNote
  readonly here: boolean
  readonly readOnly: boolean
  readonly acts: NoteActs
}

export const NoteRow = memo(function NoteRow({ note, here, readOnly, acts }: NoteRowProps) {
  const body = useRef<HTMLDivElement>(null)
  const orphan = note.number === null
  const name = note.number === null ? vi.notes.orphan : vi.notes.number(note.number)
  useEffect(() => (body.current ? acts.mount(note.id, body.current) : undefined), [note.id, acts])
  return (
    <div
      className={`note${here ? ' here' : ''}${orphan ? ' orphan' : ''}`}
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
      <div ref={body} className="body" />
      <span className="aside">{orphan ? vi.notes.orphans : here ? vi.notes.words(note.words) : ''}</span>
    </div>
  )
})
