import type { Problem } from '../../../shared/problems/problem'
import type { BlockId } from '../../../shared/report/ids'
import { unreachable } from '../../../shared/util/exhaustive'
import type { ReportSession } from '../../state/report-session'
import { useProblems } from '../../state/use-problems'
import { placeIndicators } from '../../editor/commands/insert-records'
import { useSession } from '../../state/use-session'
import { changeSettings, showDialog } from '../../state/window-state'
import { vi } from '../../wording/vi'
import { ProblemList } from './ProblemList'

/** What a person should look at before the report goes out. */
export function Problems() {
  const session = useSession()
  const problems = useProblems(state => state.list)
  if (problems.length === 0) return <p className="empty">{vi.review.none}</p>
  return (
    <ProblemList
      problems={problems}
      readOnly={session.readOnly}
      onGo={problem => goToProblem(problem, session)}
      onPlaceTable={id => void session.run(placeIndicators(session, id))}
    />
  )
}

/** Takes the person to where it is seen to. */
export function goToProblem({ place }: Problem, session: ReportSession): void {
  switch (place.kind) {
    case 'field':
      showDialog('fields')
      return
    case 'note':
      changeSettings({ notesOpen: true })
      session.goTo(place)
      return
    case 'cell':
      session.goToBlock(place.tableId as string as BlockId)
      session.goTo(place)
      return
    case 'block':
    case 'table':
    case 'options':
      session.goToBlock(place.id as string as BlockId)
      return
    default:
      unreachable(place)
  }
}
