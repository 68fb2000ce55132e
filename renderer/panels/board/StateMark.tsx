import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  CornerUpLeft,
  MessagesSquare,
  RefreshCw,
  type LucideIcon,
} from 'lucide-react'
import type { SectionState } from '../../../shared/approvals/section-states'
import { vi } from '../../wording/vi'

const icons: Readonly<Record<SectionState, LucideIcon>> = {
  writing: CircleDashed,
  'for-comment': MessagesSquare,
  'for-approval': CirclePause,
  approved: CircleCheck,
  outdated: RefreshCw,
  returned: CornerUpLeft,
}

/** A section's state as a shape and a colour; what stands beside it says it in words. */
export function StateIcon({ state }: { state: SectionState }) {
  const Icon = icons[state]
  return <Icon className={`state-icon ${state}`} size={14} strokeWidth={1.75} aria-hidden />
}

/** The same where nothing stands beside it. */
export const StateMark = ({ state }: { state: SectionState }) => (
  <span
    className="state-mark"
    role="img"
    aria-label={vi.approvals.stateOf(state)}
    title={vi.approvals.states[state]}
  >
    <StateIcon state={state} />
  </span>
)
