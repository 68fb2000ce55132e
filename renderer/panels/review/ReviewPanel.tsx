import { PanelRightClose } from 'lucide-react'
import type { Problem } from '../../../shared/problems/problem'
import type { TableId } from '../../../shared/report/ids'
import type { PlacedProblem } from '../../state/use-problems'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { ProblemList } from './ProblemList'

export interface ReviewPanelProps {
  readonly problems: readonly PlacedProblem[]
  readonly readOnly: boolean
  readonly onGo: (problem: Problem) => void
  /** Puts a table that stands nowhere into the text. */
  readonly onPlaceTable: (id: TableId) => void
  readonly onClose: () => void
}

/** What a person should look at before the report goes out. */
export function ReviewPanel({ onClose, ...list }: ReviewPanelProps) {
  const { problems } = list
  return (
    <>
      <div className="panel-head">
        <h2>{vi.review.title}</h2>
        <span className="grow">
          {problems.length > 0 && <span className="count">{problems.length}</span>}
        </span>
        <ToolButton size="small" icon={PanelRightClose} label={vi.review.close} onClick={onClose} />
      </div>
      {problems.length === 0 ? <p className="empty">{vi.review.none}</p> : <ProblemList {...list} />}
    </>
  )
}
