import { History, PencilLine } from 'lucide-react'
import { useCommittee } from '../../state/committee'
import { proposeHere } from '../../state/proposing'
import type { ReportSession } from '../../state/report-session'
import { toggleTracking } from '../../state/tracking'
import { useWindow } from '../../state/window-state'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

const { editor, tracking } = vi.proposals

/** What of the tool bar is for those who propose, and for those whose edits are tracked. */
export function ReviewTools({ session, readOnly }: { session: ReportSession; readOnly: boolean }) {
  const isOwn = useWindow(state => state.settings.tracking)
  const isForAll = useCommittee(({ ledger }) => ledger.tracking)
  return (
    <>
      <ToolButton
        icon={PencilLine}
        label={editor.openLong}
        keys="Ctrl+Alt+E"
        onClick={() => proposeHere(session)}
      >
        <span className="tool-words">{editor.open}</span>
      </ToolButton>
      <ToolButton
        icon={History}
        label={isForAll ? tracking.forAll : tracking.long}
        keys="Ctrl+Shift+E"
        pressed={isOwn || isForAll}
        disabled={readOnly}
        onClick={toggleTracking}
      />
    </>
  )
}
