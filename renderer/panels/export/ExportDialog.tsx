import { useState } from 'react'
import { words as paper } from '../../../shared/print/words'
import { standsInTheWay } from '../../../shared/versions/official'
import { writeReport, type ExportFormat } from '../../state/use-export'
import { useProblems } from '../../state/use-problems'
import { useSnapshot } from '../../state/use-session'
import { useMarked } from '../../state/versions'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Segments } from '../../ui/Segments'
import { vi } from '../../wording/vi'
import { ExportSteps } from './ExportSteps'
import { InTheWay } from './InTheWay'

interface ExportDialogProps {
  /** What is ticked to begin with. */
  readonly formats: readonly ExportFormat[]
  readonly profile: React.ReactNode
  readonly onProblems: () => void
}

/** As a draft, whatever stands open; as the official text only when nothing does. */
export function ExportDialog({ formats, profile, onProblems }: ExportDialogProps) {
  const [as, setAs] = useState<'draft' | 'official'>('draft')
  const { draftNumber } = useMarked(useSnapshot(now => now.fields()))
  const list = useProblems(state => state.list)
  const problems = list.filter(standsInTheWay)
  const isOfficial = as === 'official'
  return (
    <ExportSteps
      title={vi.export.title}
      formats={formats}
      write={writeReport(isOfficial)}
      isRefused={isOfficial && problems.length > 0}
      onClose={() => showDialog(null)}
    >
      <Segments
        label={vi.export.as}
        value={as}
        choices={[
          { value: 'draft', label: vi.export.draft(draftNumber && paper.draftMark(draftNumber)) },
          { value: 'official', label: vi.export.official },
        ]}
        onChoose={setAs}
      />
      {profile}
      {isOfficial && problems.length > 0 && <InTheWay problems={problems} />}
      {!isOfficial && problems.length > 0 && (
        <Notice kind="wait" title={vi.export.problems(problems.length)}>
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
