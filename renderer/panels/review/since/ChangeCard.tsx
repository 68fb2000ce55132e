import type { ShownChange } from '../../../state/since-shown'
import { vi } from '../../../wording/vi'
import { DifferenceWords } from './Difference'

interface ChangeCardProps extends ShownChange {
  readonly isCurrent: boolean
  /** Where in the section, in words; empty for a paragraph. */
  readonly where: string
  readonly onGo: () => void
  readonly onEnter: () => void
}

/** What changed in one place, word by word. */
export function ChangeCard({ difference, more, isCurrent, where, onGo, onEnter }: ChangeCardProps) {
  const { kind, class: of, parts, now, was } = difference
  const others = more > 0 ? more : Math.max(now.length, was.length) - 1
  const isRun = more > 0 || ['moved', 'promoted', 'demoted'].includes(kind)
  return (
    <button
      type="button"
      className="card change"
      data-change={difference.key}
      aria-current={isCurrent ? 'true' : undefined}
      title={vi.since.go}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onEnter}
      onClick={onGo}
    >
      <span className="rule-name">
        {vi.since.kinds[kind]}
        <span className="class">{vi.since.classes[of]}</span>
      </span>
      {where && <span className="where">{where}</span>}
      <DifferenceWords parts={parts} />
      {isRun && others > 0 && <span className="where">{vi.since.together(others)}</span>}
    </button>
  )
}
