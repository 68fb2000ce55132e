import { problemWords } from '../../../shared/problems/words'
import { keyOfProblem } from '../../../shared/problems/problem'
import { useSession } from '../../state/use-session'
import type { PlacedProblem } from '../../state/use-problems'
import { showDialog } from '../../state/window-state'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { goToProblem } from '../review/Problems'

/** What must be settled before the official text goes out; a press leads there. */
export function InTheWay({ problems }: { problems: readonly PlacedProblem[] }) {
  const session = useSession()
  const go = (problem: PlacedProblem): void => {
    showDialog(null)
    // The dialog gives the focus back first.
    setTimeout(() => goToProblem(problem, session), 0)
  }
  return (
    <Notice kind="bad" title={vi.export.notYet(problems.length)}>
      <ul className="in-the-way" aria-label={vi.export.inTheWay}>
        {problems.map(problem => (
          <li key={keyOfProblem(problem)}>
            <button type="button" onClick={() => go(problem)}>
              <strong>{problemWords[problem.code].title}</strong>
              {problem.where && <span>{problem.where}</span>}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
