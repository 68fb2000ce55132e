import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronUp, FileSymlink } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { ListedChange } from '../../state/compare-filter'
import { Button } from '../../ui/Button'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { ComparedChange } from './ComparedChange'

export interface ChangeListProps {
  readonly changes: readonly ListedChange[]
  /** How many there are without the filter. */
  readonly all: number
  readonly current: string | null
  readonly whereOf: (change: ListedChange) => string
  readonly authorsOf: (change: ListedChange) => string
  readonly onStep: (by: 1 | -1) => void
  /** The person is at it. */
  readonly onShow: (change: ListedChange) => void
  /** The focus goes to its place in the text. */
  readonly onEnter: (change: ListedChange) => void
  /** To its place in the report that is open; null where neither side is today. */
  readonly onReport: ((change: ListedChange) => void) | null
}

/** All changes that are listed, to be gone through from the keyboard. */
export function ChangeList(props: ChangeListProps) {
  const { changes, all, current, whereOf, onStep, onReport } = props
  const at = changes.findIndex(({ difference }) => difference.key === current)
  const here = changes[at]
  return (
    <>
      <ChangeSteps
        {...{ at, all, onStep }}
        count={changes.length}
        onReport={onReport && (here ? () => onReport(here) : 'nowhere')}
      />
      <p className="visually-hidden" role="status">
        {here && vi.compare.stepped(at + 1, changes.length, said(here, whereOf(here)))}
      </p>
      {changes.length === 0 && all > 0 && <p className="empty">{vi.compare.none}</p>}
      <Cards {...props} at={at} />
    </>
  )
}

/** Pixels of a card with two lines of words. */
const guess = 118

/** The cards in view. */
function Cards({
  changes,
  at,
  current,
  whereOf,
  authorsOf,
  onShow,
  onEnter,
}: ChangeListProps & { at: number }) {
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => changes[index]?.difference.key ?? index,
    estimateSize: () => guess,
    overscan: 4,
  })
  useEffect(() => {
    if (at >= 0) cards.scrollToIndex(at)
    // The list stays where it is when it is only compared again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [current])
  function key(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = changes[at + by]
    if (!next) return
    onShow(next)
    focusCard(scroller.current, next.difference.key)
  }
  return (
    <div ref={scroller} className="compared-cards" role="group" aria-label={vi.compare.list} onKeyDown={key}>
      <div className="compared-all" style={{ height: cards.getTotalSize() }}>
        {cards.getVirtualItems().map(({ index, start, key: cardKey }) => {
          const change = changes[index]
          if (!change) return null
          return (
            <div
              key={cardKey}
              ref={cards.measureElement}
              data-index={index}
              className="compared-at"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ComparedChange
                change={change}
                isCurrent={index === at}
                isStop={index === Math.max(at, 0)}
                where={whereOf(change)}
                authors={authorsOf(change)}
                onStep={() => onShow(change)}
                onEnter={() => onEnter(change)}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}

interface ChangeStepsProps extends Pick<ChangeListProps, 'all' | 'onStep'> {
  readonly at: number
  readonly count: number
  /** Null: there is no way; nowhere: the person is at no change yet. */
  readonly onReport: (() => void) | 'nowhere' | null
}

function ChangeSteps({ at, count, all, onStep, onReport }: ChangeStepsProps) {
  const step = { size: 'small', disabled: count === 0 } as const
  return (
    <div className="change-steps">
      <ToolButton
        {...step}
        icon={ChevronUp}
        label={vi.compare.previous}
        keys="Shift+F9"
        onClick={() => onStep(-1)}
      />
      <span className="count">{at < 0 ? vi.compare.count(count, all) : vi.compare.at(at + 1, count)}</span>
      <ToolButton {...step} icon={ChevronDown} label={vi.compare.next} keys="F9" onClick={() => onStep(1)} />
      {onReport && (
        <Button
          size="small"
          icon={FileSymlink}
          disabled={onReport === 'nowhere'}
          title={`${vi.compare.goToReport} (Ctrl+Enter)`}
          onClick={onReport === 'nowhere' ? undefined : onReport}
        >
          {vi.compare.goToReport}
        </Button>
      )}
    </div>
  )
}

const said = ({ difference: { kind, class: of } }: ListedChange, where: string): string =>
  [vi.since.kinds[kind], vi.since.classes[of], where].filter(Boolean).join(', ')

/** The card is drawn by the next frame, if it was out of view. */
function focusCard(list: HTMLElement | null, key: string): void {
  const focus = (): void =>
    list?.querySelector<HTMLElement>(`[data-change="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  focus()
  requestAnimationFrame(() => requestAnimationFrame(focus))
}
