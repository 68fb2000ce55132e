import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, type RefObject } from 'react'
import { want } from '../../../state/annotations/begin'
import { chooseThread, leaveThreads } from '../../../state/annotations/step'
import type { Thread } from '../../../state/annotations/threads'
import type { ReportSession } from '../../../state/report-session'
import type { Speakers } from '../../../state/review-people'
import { useSession, useSnapshot } from '../../../state/use-session'
import { vi } from '../../../wording/vi'
import { itemsOf, type ListItem } from './list-items'
import { ThreadCard, type ThreadCardActs } from './ThreadCard'
import { useShowChosen } from './use-show-chosen'

interface ThreadListProps {
  readonly listed: readonly Thread[]
  readonly speakers: Speakers
}

/** The threads under the headings they stand under; only those in view are mounted, each as tall as its words. */
export function ThreadList({ listed, speakers }: ThreadListProps) {
  const session = useSession()
  const outline = useSnapshot(now => now.outline())
  const chosen = useSnapshot(now => now.review.chosen())
  const scroller = useRef<HTMLDivElement>(null)
  const items = useMemo(() => itemsOf(listed, outline.items), [listed, outline])
  const chosenAt = items.findIndex(item => item.kind === 'thread' && item.thread.annotation.id === chosen)
  const stop = chosenAt >= 0 ? chosenAt : items.findIndex(item => item.kind === 'thread')
  const cards = useCards(items, scroller, stop)
  useShowChosen({ scroller, chosenAt, chosen, scrollTo: cards.scrollToIndex })
  const acts: ThreadCardActs = {
    onChoose: id => chooseThread(session, id),
    onStep: by => stepFrom(session, listed, by),
    onLeave: () => leaveThreads(session),
  }
  return (
    <div ref={scroller} className="cards" role="group" aria-label={vi.annotations.list}>
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
                <h3 className="group-name">{vi.annotations.group(item.title, item.count)}</h3>
              )}
              {item?.kind === 'thread' && (
                <ThreadCard
                  thread={item.thread}
                  speakers={speakers}
                  isChosen={index === chosenAt}
                  isStop={index === stop}
                  {...acts}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function useCards(items: readonly ListItem[], scroller: RefObject<HTMLDivElement | null>, stop: number) {
  return useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (items[index]?.kind === 'group' ? 24 : 132),
    getItemKey: index => items[index]?.key ?? index,
    // What Tab leads to stays mounted, wherever the list is scrolled to.
    rangeExtractor: range =>
      [...new Set([...defaultRangeExtractor(range), stop])].filter(at => at >= 0).sort((a, b) => a - b),
    gap: 8,
    overscan: 6,
    paddingStart: 8,
    paddingEnd: 12,
  })
}

function stepFrom(session: ReportSession, listed: readonly Thread[], by: number): void {
  const ids = listed.map(({ annotation }) => annotation.id)
  const next = ids[ids.indexOf(session.review.chosen() ?? '') + by]
  if (next === undefined) return
  chooseThread(session, next)
  want({ kind: 'card', id: next })
}
