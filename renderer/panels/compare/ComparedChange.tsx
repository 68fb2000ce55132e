import type { KeyboardEvent } from 'react'
import type { InlinePart } from '../../../shared/compare/compare-inline'
import type { ListedChange } from '../../state/compare-filter'
import { vi } from '../../wording/vi'
import { DifferenceWords } from '../review/since/Difference'
import { OldNew } from './OldNew'

interface ComparedChangeProps {
  readonly change: ListedChange
  readonly isCurrent: boolean
  /** Tab leads to this one of the list. */
  readonly isStop: boolean
  /** Where it stands, in words. */
  readonly where: string
  readonly authors: string
  readonly onStep: () => void
  readonly onEnter: () => void
}

/** One change: how, of which class, where, by whom, and its words. */
export function ComparedChange(props: ComparedChangeProps) {
  const { change, isCurrent, isStop, where, authors, onStep, onEnter } = props
  const { kind, class: of, parts, now, was, place, key } = change.difference
  const others = Math.max(now.length, was.length) - 1
  const isRun = ['moved', 'promoted', 'demoted'].includes(kind) && others > 0
  return (
    <button
      type="button"
      className="card change"
      data-change={key}
      aria-current={isCurrent ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={onStep}
      onClick={onStep}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.ctrlKey) return
        event.preventDefault()
        onEnter()
      }}
    >
      <span className="rule-name">
        {vi.since.kinds[kind]}
        <span className="class">{vi.since.classes[of]}</span>
      </span>
      {where && <span className="where">{where}</span>}
      {place.kind === 'cell' && kind === 'words' ? (
        <span className="words">
          <OldNew difference={change.difference} />
        </span>
      ) : (
        <DifferenceWords parts={parts.filter(isWorded)} />
      )}
      {isRun && <span className="where">{vi.since.together(others)}</span>}
      {authors && <span className="where by">{authors}</span>}
    </button>
  )
}

/** White space that went says nothing, and a struck gap looks like a dash. */
const isWorded = ({ kind, text }: InlinePart): boolean => kind !== 'removed' || text.trim() !== ''
