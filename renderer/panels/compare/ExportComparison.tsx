import { useCallback } from 'react'
import { ask } from '../../host/ask'
import type { ComparedSides } from '../../state/compare'
import type { ExportFormat, WriteFiles } from '../../state/use-export'
import { vi } from '../../wording/vi'
import { ExportSteps } from '../export/ExportSteps'
import type { ComparisonFiles } from './CompareBar'

interface ExportComparisonProps {
  readonly sides: ComparedSides
  readonly what: ComparisonFiles
  readonly onClose: () => void
}

const formats: readonly ExportFormat[] = ['docx', 'pdf']

/** Writes what was compared as Word and PDF files. */
export function ExportComparison({ sides, what, onClose }: ExportComparisonProps) {
  const { was, now } = sides
  const write: WriteFiles = useCallback(
    (chosen, taskId) => ask('comparison.export', { was, now, what, formats: [...chosen], taskId }),
    [was, now, what],
  )
  return (
    <ExportSteps title={vi.compare[what]} formats={formats} write={write} onClose={onClose}>
      <p className="quiet">{vi.compare[`${what}More`]}</p>
    </ExportSteps>
  )
}
