import { Layers, SquareKanban, Stamp } from 'lucide-react'
import { runCommand } from '../../state/run-command'
import { useWaitingCount } from '../../state/section-acts'
import { useSession } from '../../state/use-session'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

/** How far the sections have come, which drafts there are; and, while anything waits for the person's approval, what. */
export function ApprovalTools() {
  const session = useSession()
  const waiting = useWaitingCount()
  return (
    <>
      <ToolButton
        label={vi.approvals.board.open}
        keys="Ctrl+Alt+B"
        icon={SquareKanban}
        onClick={() => runCommand('board', session)}
      />
      <ToolButton
        label={vi.versions.tool}
        keys="Ctrl+Alt+V"
        icon={Layers}
        onClick={() => runCommand('versions', session)}
      />
      {waiting > 0 && (
        <ToolButton
          label={vi.approvals.queue.openWith(waiting)}
          keys="Ctrl+Alt+D"
          icon={Stamp}
          onClick={() => runCommand('approval-queue', session)}
        >
          <span className="count">{waiting}</span>
        </ToolButton>
      )}
    </>
  )
}
