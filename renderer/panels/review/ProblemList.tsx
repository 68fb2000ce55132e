import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { keyOfProblem, type Severity } from '../../../shared/problems/problem'
import { severityWords } from '../../../shared/problems/words'
import type { PlacedProblem } from '../../state/use-problems'
import { vi } from '../../wording/vi'
import { ProblemCard, type ProblemActs } from './ProblemCard'

type Item =
  | { readonly kind: 'group'; readonly severity: Severity; readonly count: number }
  | { readonly kind: 'problem'; readonly problem: PlacedProblem }

interface ProblemListProps extends ProblemActs {
  readonly problems: readonly PlacedProblem[]
}

/** A report in pieces has hundreds of findings: only the cards in view are mounted, each as tall as its words. */
export function ProblemList({ problems, ...acts }: ProblemListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => itemsOf(problems), [problems])
  const cards = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (items[index]?.kind === 'group' ? 24 : 120),
    getItemKey: index => keyOf(items[index]),
    gap: 8,
    overscan: 6,
    paddingStart: 12,
    paddingEnd: 12,
  })
  return (
    <div ref={scroller} className="cards" role="group" aria-label={vi.review.list}>
      <div className="cards-all" style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            <div
              key={key}
              ref={cards.measureElement}
              data-index={index}
              className="card-at"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item?.kind === 'group' && (
                <h3 className="group-name">
                  {severityWords[item.severity]} · {item.count}
                </h3>
              )}
              {item?.kind === 'problem' && <ProblemCard problem={item.problem} {...acts} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const order: readonly Severity[] = ['error', 'question', 'reminder']

function itemsOf(problems: readonly PlacedProblem[]): Item[] {
  return order.flatMap((severity): Item[] => {
    const members = problems.filter(problem => problem.severity === severity)
    if (members.length === 0) return []
    const cards = members.map((problem): Item => ({ kind: 'problem', problem }))
    return [{ kind: 'group', severity, count: members.length }, ...cards]
  })
}

function keyOf(item: Item | undefined): string {
  if (item?.kind === 'problem') return keyOfProblem(item.problem)
  return item?.severity ?? ''
}
