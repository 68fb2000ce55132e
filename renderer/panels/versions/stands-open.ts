import type { SideTab } from '../../state/side-tab'
import { openTab } from '../../state/side-tab'
import { useApprovals } from '../../state/approvals'
import { useCommittee } from '../../state/committee'
import { useProposals } from '../../state/proposals'
import { useReview } from '../../state/review'
import { useProblems } from '../../state/use-problems'
import { showDialog } from '../../state/window-state'
import { vi } from '../../wording/vi'

/** Something that is not settled when a draft is frozen, with where it is seen to. */
export interface StandsOpen {
  readonly words: string
  readonly see: () => void
}

const words = vi.versions.freeze

const atTab = (tab: SideTab) => (): void => {
  showDialog(null)
  openTab(tab)
}

/** What stands open in the report now; told, never in the way. */
export function useStandsOpen(): readonly StandsOpen[] {
  const problems = useProblems(({ list }) => list.filter(({ severity }) => severity !== 'reminder').length)
  const threads = useReview(
    ({ annotations }) => annotations.filter(({ resolved }) => resolved === null).length,
  )
  const proposals = useProposals(
    ({ list }) => list.filter(({ proposal }) => proposal.state === 'open').length,
  )
  const states = useApprovals(state => state.states)
  const isAlone = useCommittee(({ state }) => state.self === null)
  const waiting = isAlone ? 0 : [...states.values()].filter(({ state }) => state !== 'approved').length
  return [
    { count: problems, words: words.problems(problems), see: atTab('problems') },
    { count: threads, words: words.threads(threads), see: atTab('annotations') },
    { count: proposals, words: words.proposals(proposals), see: atTab('proposals') },
    { count: waiting, words: words.sections(waiting, states.size), see: () => showDialog('board') },
  ].filter(({ count }) => count > 0)
}
