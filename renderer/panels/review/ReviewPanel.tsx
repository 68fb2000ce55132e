import { CircleAlert, CircleHelp, PanelRightClose, Pencil, type LucideIcon } from 'lucide-react'
import { keyOfProblem, type Problem, type Severity } from '../../../shared/problems/problem'
import { problemWords, severityWords } from '../../../shared/problems/words'
import type { PlacedProblem } from '../../state/use-problems'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

interface ReviewPanelProps {
  readonly problems: readonly PlacedProblem[]
  readonly onGo: (problem: Problem) => void
  readonly onClose: () => void
}

const order: readonly Severity[] = ['error', 'question', 'reminder']
const looks: Readonly<Record<Severity, { icon: LucideIcon; look: string }>> = {
  error: { icon: CircleAlert, look: 'bad' },
  question: { icon: CircleHelp, look: 'wait' },
  reminder: { icon: Pencil, look: '' },
}

/** What a person should look at before the report goes out. */
export function ReviewPanel({ problems, onGo, onClose }: ReviewPanelProps) {
  return (
    <>
      <div className="panel-head">
        <h2>{vi.review.title}</h2>
        <span className="grow">
          {problems.length > 0 && <span className="count">{problems.length}</span>}
        </span>
        <ToolButton size="small" icon={PanelRightClose} label={vi.review.close} onClick={onClose} />
      </div>
      {problems.length === 0 ? (
        <p className="empty">{vi.review.none}</p>
      ) : (
        <div className="cards">
          {order.map(severity => (
            <Group key={severity} severity={severity} problems={problems} onGo={onGo} />
          ))}
        </div>
      )}
    </>
  )
}

/** A report in pieces has hundreds of reminders; the list stays short enough to be read and drawn. */
const shown = 100

function Group({
  severity,
  problems,
  onGo,
}: { severity: Severity } & Pick<ReviewPanelProps, 'problems' | 'onGo'>) {
  const members = problems.filter(problem => problem.severity === severity)
  if (members.length === 0) return null
  return (
    <>
      <h3 className="group-name">
        {severityWords[severity]} · {members.length}
      </h3>
      {members.slice(0, shown).map(problem => (
        <ProblemCard key={keyOfProblem(problem)} problem={problem} onGo={onGo} />
      ))}
    </>
  )
}

function ProblemCard({ problem, onGo }: { problem: PlacedProblem; onGo: (problem: Problem) => void }) {
  const { icon: Icon, look } = looks[problem.severity]
  const { title, advice } = problemWords[problem.code]
  return (
    <button type="button" className={`card ${look}`} title={vi.review.go} onClick={() => onGo(problem)}>
      <span className="rule-name">
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {title}
      </span>
      {problem.where && <span className="where">{problem.where}</span>}
      {problem.quote && <span className="quote">{problem.quote}</span>}
      <span className="what">{advice}</span>
    </button>
  )
}
