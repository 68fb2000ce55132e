import type { Difference } from '../../../shared/compare/difference'
import { vi } from '../../wording/vi'
import { useSession } from '../../state/use-session'
import { DifferenceWords } from '../review/since/Difference'
import { placeInSection } from '../review/since/place-in-words'

const most = 40

/** What is not as it was, word by word. */
export function DifferenceList({ label, list }: { label: string; list: readonly Difference[] }) {
  const session = useSession()
  const more = list.length - most
  return (
    <ul className="difference-list" aria-label={label}>
      {list.slice(0, most).map(difference => {
        const where = placeInSection(difference.place, session)
        return (
          <li key={difference.key}>
            <span className="rule-name">{vi.since.kinds[difference.kind]}</span>
            {where && <span className="where">{where}</span>}
            <DifferenceWords parts={difference.parts} />
          </li>
        )
      })}
      {more > 0 && <li className="quiet">{vi.approvals.section.more(more)}</li>}
    </ul>
  )
}
