import { CircleAlert, CircleHelp, Pencil, type LucideIcon } from 'lucide-react'
import type { Problem, Severity } from '../../../shared/problems/problem'
import { problemWords } from '../../../shared/problems/words'
import type { TableId } from '../../../shared/report/ids'
import type { PlacedProblem } from '../../state/use-problems'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'

const looks: Readonly<Record<Severity, { icon: LucideIcon; look: string }>> = {
  error: { icon: CircleAlert, look: 'bad' },
  question: { icon: CircleHelp, look: 'wait' },
  reminder: { icon: Pencil, look: '' },
}

export interface ProblemActs {
  readonly readOnly: boolean
  readonly onGo: (problem: Problem) => void
  /** Puts a table that stands nowhere into the text. */
  readonly onPlaceTable: (id: TableId) => void
}

interface ProblemCardProps extends ProblemActs {
  readonly problem: PlacedProblem
}

/** What is wrong, where, the words concerned, what to do. */
export function ProblemCard({ problem, readOnly, onGo, onPlaceTable }: ProblemCardProps) {
  const { icon: Icon, look } = looks[problem.severity]
  const { title, advice } = problemWords[problem.code]
  const { place, quote, where } = problem
  const words = (
    <>
      <span className="rule-name">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {title}
      </span>
      {where && <span className="where">{where}</span>}
      {quote && <span className="quote">{showSpaces(quote)}</span>}
      <span className="what">{advice}</span>
    </>
  )
  // A table that stands nowhere is no place to go to.
  if (place.kind === 'table')
    return (
      <div className={`card ${look}`}>
        {words}
        {!readOnly && (
          <Button size="small" onClick={() => onPlaceTable(place.id)}>
            {vi.review.placeTable}
          </Button>
        )}
      </div>
    )
  return (
    <button type="button" className={`card ${look}`} title={vi.review.go} onClick={() => onGo(problem)}>
      {words}
    </button>
  )
}

/** Two spaces side by side, which a browser would draw as one. */
const showSpaces = (quote: string): string =>
  quote.replace(/[ \u00a0]{2,}/g, spaces => '␣'.repeat(spaces.length))
