import { writeReport, type ExportFormat } from '../../state/use-export'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { ExportSteps } from './ExportSteps'

interface ExportDialogProps {
  /** What is ticked to begin with. */
  readonly formats: readonly ExportFormat[]
  /** Open problems, told before exporting. */
  readonly problems: number
  readonly profile: React.ReactNode
  readonly onProblems: () => void
}

export function ExportDialog({ formats, problems, profile, onProblems }: ExportDialogProps) {
  return (
    <ExportSteps
      title={vi.export.title}
      formats={formats}
      write={writeReport}
      onClose={() => showDialog(null)}
    >
      {profile}
      {problems > 0 && (
        <Notice kind="wait" title={vi.export.problems(problems)}>
          <p>
            <Button size="small" onClick={onProblems}>
              {vi.export.seeProblems}
            </Button>
          </p>
        </Notice>
      )}
    </ExportSteps>
  )
}
