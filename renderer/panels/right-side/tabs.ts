import { History, Inbox, MessageSquareText, PencilLine, SpellCheck2, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import { useAskingForMe } from '../../state/annotations/asks-for-me'
import { useReview } from '../../state/review'
import type { SideTab } from '../../state/side-tab'
import { useSince } from '../../state/since'
import { useProposals } from '../../state/proposals'
import { useTray } from '../../state/tray'
import { useProblems } from '../../state/use-problems'
import { vi } from '../../wording/vi'
import { Annotations } from '../review/annotations/Annotations'
import { Problems } from '../review/Problems'
import { Proposals } from '../review/proposals/Proposals'
import { Since } from '../review/since/Since'
import { Tray } from '../tray/Tray'

interface TabPart {
  readonly id: SideTab
  readonly icon: LucideIcon
  readonly words: {
    readonly name: string
    readonly counted: string
    readonly long: (count: number) => string
  }
  /** A hook: how many things wait there. */
  readonly useCount: () => number
  /** A hook: how many of them ask for this person. */
  readonly useForMe?: () => number
  /** There only while it holds something, or is looked at. */
  readonly isOptional?: boolean
  readonly Panel: ComponentType
}

/** What the right panel holds, one line for each; always in this order, since each brings a hook. */
export const tabParts: readonly TabPart[] = [
  {
    id: 'annotations',
    icon: MessageSquareText,
    words: vi.side.annotations,
    useCount: () => useReview(state => state.annotations.filter(({ resolved }) => resolved === null).length),
    useForMe: useAskingForMe,
    Panel: Annotations,
  },
  {
    id: 'proposals',
    icon: PencilLine,
    words: vi.side.proposals,
    useCount: () =>
      useProposals(({ list }) => list.filter(({ proposal }) => proposal.state === 'open').length),
    Panel: Proposals,
  },
  {
    id: 'changes',
    icon: History,
    words: vi.side.changes,
    useCount: () =>
      useSince(state => state.changed.reduce((sum, { differences }) => sum + differences.length, 0)),
    Panel: Since,
  },
  {
    id: 'problems',
    icon: SpellCheck2,
    words: vi.side.problems,
    useCount: () => useProblems(state => state.list.length),
    Panel: Problems,
  },
  {
    id: 'tray',
    icon: Inbox,
    words: vi.side.tray,
    useCount: () => useTray(state => state.entries.length),
    isOptional: true,
    Panel: Tray,
  },
]
