import { FileText } from 'lucide-react'
import { cancelTask } from '../../state/import-file'
import type { Doing } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { vi } from '../../wording/vi'

interface WaitingProps {
  /** The Word file that is being read. */
  readonly doing: Doing | null
  readonly failure: string | null
  readonly hasSides: boolean
  readonly onFile: () => void
}

/** What stands in the place of a comparison while there is none. */
export function Waiting({ doing, failure, hasSides, onFile }: WaitingProps) {
  return (
    <div className="compare-wait">
      {doing ? (
        <>
          <Progress label={vi.compare.readingFile} done={doing.done} of={doing.of} />
          <p aria-live="polite">{doing.step || vi.compare.readingFile}</p>
          <Button onClick={() => cancelTask(doing.taskId)}>{vi.cancel}</Button>
        </>
      ) : failure !== null ? (
        <Notice kind="bad" title={vi.compare.failed}>
          <p>{failure}</p>
        </Notice>
      ) : hasSides ? (
        <p role="status">{vi.compare.waiting}</p>
      ) : (
        <Notice kind="plain" title={vi.compare.nothingToCompare}>
          <p>{vi.compare.nothingToCompareMore}</p>
          <p>
            <Button size="small" icon={FileText} onClick={onFile}>
              {vi.compare.otherFile}
            </Button>
          </p>
        </Notice>
      )}
    </div>
  )
}
