import { useMemo } from 'react'
import type { Outline as Sections } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import { addSection, insertHeading } from '../../editor/commands/insert-heading'
import { moveSection } from '../../editor/commands/move-section'
import { shiftSection } from '../../editor/commands/promote-section'
import { usePresence } from '../../state/presence'
import type { ReportSession } from '../../state/report-session'
import { sectionHere } from '../../state/section-here'
import { useProblems } from '../../state/use-problems'
import { useSession, useSnapshot } from '../../state/use-session'
import { showSide } from '../../state/sides'
import { sectionOfPerson } from '../people/where-in-words'
import { OutlinePanel, type OutlineActs } from './OutlinePanel'
import { peopleBySection } from './people-here'
import { parentOf } from './visible-items'

/** The outline joined to the report: drawn again only when a heading or the caret's section changes. */
export function Outline() {
  const session = useSession()
  const outline = useSnapshot(now => now.outline())
  const here = useSnapshot(sectionHere)
  const { bySection } = useProblems()
  const everybody = usePresence(state => state.people)
  const people = useMemo(
    () => peopleBySection(everybody, person => sectionOfPerson(session, person)),
    // A heading that came or went may have parted a section.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, everybody, outline],
  )
  const acts = useMemo(() => actsOf(session), [session])
  return (
    <OutlinePanel
      outline={outline}
      here={here}
      problems={bySection}
      people={people}
      readOnly={session.readOnly}
      acts={acts}
      onClose={() => showSide('outline', false)}
    />
  )
}

/** Structure is changed from the outline without leaving it: the focus stays among its rows. */
function actsOf(session: ReportSession): OutlineActs {
  const stay = (work: () => void) => {
    const before = document.activeElement
    work()
    if (before instanceof HTMLElement && before.role === 'tree') before.focus()
  }
  return {
    goTo: id => session.goToBlock(id),
    add: (id, deeper) => void session.run(id ? addSection(id, deeper) : insertHeading()),
    shift: (id, step) => stay(() => session.run(shiftSection(id, step))),
    move: (id, step) =>
      stay(() => {
        const move = neighbourMove(session.outline(), id, step)
        if (move) session.run(moveSection(move.id, move.before))
      }),
    moveBefore: (id, before) => stay(() => session.run(moveSection(id, before))),
  }
}

/** Over the section above or below with the same parent; down is the one below moving up. */
function neighbourMove(
  outline: Sections,
  id: BlockId,
  step: -1 | 1,
): { id: BlockId; before: BlockId } | null {
  const siblings = parentOf(outline, id)?.children ?? outline.roots
  const other = siblings[siblings.findIndex(item => item.id === id) + step]
  if (!other) return null
  return step < 0 ? { id, before: other.id } : { id: other.id, before: id }
}
