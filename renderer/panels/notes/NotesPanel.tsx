import { PanelBottomClose } from 'lucide-react'
import type { NoteId } from '../../../shared/report/ids'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { NoteList } from './NoteList'
import type { NoteEntry } from '../../state/report/notes-order'
import type { NoteActs } from './NoteRow'

interface NotesPanelProps {
  readonly notes: readonly NoteEntry[]
  readonly here: NoteId | null
  /** The first note of the paragraph at the caret. */
  readonly near: NoteId | null
  /** Those whose marks are on the visible part of the paper. */
  readonly inView: readonly NoteId[]
  readonly readOnly: boolean
  readonly acts: NoteActs
  readonly onClose: () => void
}

export function NotesPanel({ onClose, ...list }: NotesPanelProps) {
  const { notes, inView } = list
  return (
    <>
      <div className="panel-head">
        <h2>{vi.notes.title}</h2>
        <span className="grow tabular">
          {notes.length > 0 && ` · ${vi.notes.count(inView.length, notes.length)}`}
        </span>
        <ToolButton size="small" icon={PanelBottomClose} label={vi.notes.close} onClick={onClose} />
      </div>
      <NoteList {...list} />
    </>
  )
}
