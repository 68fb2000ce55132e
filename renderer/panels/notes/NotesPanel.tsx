import { PanelBottomClose } from 'lucide-react'
import { useState } from 'react'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { NoteList } from './NoteList'
import type { NoteActs, ShownNote } from './NoteRow'

interface NotesPanelProps {
  readonly notes: readonly ShownNote[]
  readonly here: ShownNote['id'] | null
  readonly readOnly: boolean
  readonly acts: NoteActs
  readonly onClose: () => void
}

export function NotesPanel({ notes, here, readOnly, acts, onClose }: NotesPanelProps) {
  const [visible, setVisible] = useState(0)
  return (
    <>
      <div className="panel-head">
        <h2>{vi.notes.title}</h2>
        <span className="grow tabular">
          {notes.length > 0 && ` · ${vi.notes.count(Math.min(visible, notes.length), notes.length)}`}
        </span>
        <ToolButton size="small" icon={PanelBottomClose} label={vi.notes.close} onClick={onClose} />
      </div>
      <NoteList notes={notes} here={here} readOnly={readOnly} acts={acts} onView={setVisible} />
    </>
  )
}
