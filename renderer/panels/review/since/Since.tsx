import { useMemo } from 'react'
import type { Difference } from '../../../../shared/compare/difference'
import { useCommittee } from '../../../state/committee'
import type { ReportSession } from '../../../state/report-session'
import { markSeen, useSince } from '../../../state/since'
import { mineOf, shownSections } from '../../../state/since-shown'
import { goToChange, showChange, stepChange, useSinceStep } from '../../../state/since-step'
import { useSession, useSnapshot } from '../../../state/use-session'
import { say } from '../../../state/window-state'
import { vi } from '../../../wording/vi'
import { placeInSection } from './place-in-words'
import { SectionActs } from './SectionActs'
import { SincePanel, type SinceActs } from './SincePanel'

/** What changed in the open report since the person at this window last looked. */
export function Since() {
  const session = useSession()
  const { looks, changed } = useSince()
  const { current, isMine } = useSinceStep()
  const committee = useCommittee()
  const { items } = useSnapshot(now => now.outline())
  const sections = useMemo(() => {
    const belongs = mineOf(committee, items)
    return shownSections(changed, items, section => !isMine || belongs(section))
  }, [changed, items, committee, isMine])
  return (
    <SincePanel
      {...{ sections, current }}
      isMine={committee.state.self ? isMine : null}
      hasLooked={(looks?.length ?? 0) > 0}
      acts={actsOf(session)}
    />
  )
}

const actsOf = (session: ReportSession): SinceActs => ({
  onStep: by => stepChange(session, by),
  onGo: difference => goToChange(session, difference),
  onEnter: difference => {
    if (useSinceStep.getState().current !== difference.key) showChange(session, difference)
  },
  onSeen: section => void mark(session, new Set([section])),
  onSeenAll: () => void mark(session, 'all'),
  onScope: isMine => useSinceStep.setState({ isMine, current: null }),
  placeOf: ({ place }: Difference) => placeInSection(place, session),
  moreFor: shown => <SectionActs shown={shown} />,
})

async function mark(session: ReportSession, sections: ReadonlySet<string> | 'all'): Promise<void> {
  await markSeen(session, sections)
  say(vi.since.marked)
}
