import { FileDown, UserPlus } from 'lucide-react'
import type { Doc } from 'yjs'
import { words as paper } from '../../../shared/print/words'
import { useFields } from '../../state/use-fields'
import { useMarked } from '../../state/versions'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { People } from '../people/People'
import { SavedState } from '../status/SavedState'

export function TopBar({ body }: { body: Doc }) {
  const fields = useMarked(useFields(body))
  return (
    <header className="top-bar" data-region="top" aria-label={vi.regions.top}>
      <span className="mark" aria-hidden>
        D
      </span>
      <button
        type="button"
        className="report-title"
        title={vi.top.fields}
        onClick={() => showDialog('fields')}
      >
        {titleOf(fields) || vi.start.untitled}
      </button>
      {fields.draftNumber && (
        <button
          type="button"
          className="chip draft"
          title={`${vi.versions.title} (Ctrl+Alt+V)`}
          onClick={() => showDialog('versions')}
        >
          {paper.draftMark(fields.draftNumber)}
        </button>
      )}
      <span className="grow" />
      <SavedState />
      <People />
      <Button icon={UserPlus} onClick={() => showDialog('share')}>
        {vi.committee.open}
      </Button>
      <Button
        look="primary"
        icon={FileDown}
        title={`${vi.top.export} (Ctrl+E)`}
        onClick={() => showDialog('export')}
      >
        {vi.top.export}
      </Button>
    </header>
  )
}

/** "Báo cáo chính trị của Ban Chấp hành …" from BÁO CÁO CHÍNH TRỊ and its subject, on one line. */
export function titleOf({ type, title }: { type: string; title: string }): string {
  const words = type.replace(/\s+/gu, ' ').trim()
  const spoken = words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words
  return [spoken, title.replace(/\s+/gu, ' ').trim()].filter(Boolean).join(' ')
}
