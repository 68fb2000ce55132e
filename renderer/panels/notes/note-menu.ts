import type { MouseEvent } from 'react'
import type { MenuItem } from '../../../shared/ipc/contract'
import { popUp } from '../../state/pop-up'
import { vi } from '../../wording/vi'
import { clipboardItems } from '../clipboard-items'
import type { NoteEntry } from '../../state/report/notes-order'
import type { NoteActs } from './NoteRow'

export function openNoteMenu(event: MouseEvent, note: NoteEntry, acts: NoteActs, readOnly: boolean): void {
  event.preventDefault()
  event.stopPropagation()
  const orphan = note.number === null
  const enabled = !readOnly
  const items: MenuItem[] = [
    ...clipboardItems(enabled),
    { id: 'line', label: '', separator: true },
    ...(orphan
      ? [
          { id: 'restore', label: vi.notes.restore, enabled },
          { id: 'forget', label: vi.notes.remove, enabled },
        ]
      : [
          { id: 'back', label: vi.notes.back, accelerator: 'Esc' },
          { id: 'remove', label: vi.notes.removeMark, enabled },
        ]),
  ]
  const does: Readonly<Record<string, (id: NoteEntry['id']) => void>> = {
    back: acts.goBack,
    remove: acts.removeMark,
    restore: acts.restoreMark,
    forget: acts.forget,
  }
  void popUp(items).then(chosen => {
    if (chosen) does[chosen]?.(note.id)
  })
}
