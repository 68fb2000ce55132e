import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Difference } from '../../../../shared/compare/difference'
import type { ShownSection } from '../../../state/since-shown'
import { vi } from '../../../wording/vi'
import { SinceHead } from './SinceHead'
import { SinceSection } from './SinceSection'

export interface SinceActs {
  readonly onStep: (by: 1 | -1) => void
  /** Takes the person to the place in the report. */
  readonly onGo: (difference: Difference) => void
  /** The person is at it in the list. */
  readonly onEnter: (difference: Difference) => void
  readonly onSeen: (section: string) => void
  readonly onSeenAll: () => void
  readonly onScope: (isMine: boolean) => void
  readonly placeOf: (difference: Difference) => string
  /** What else can be done about a section. */
  readonly moreFor: (shown: ShownSection) => ReactNode
}

export interface SincePanelProps {
  readonly sections: readonly ShownSection[]
  readonly current: string | null
  /** Null where every section is the person's. */
  readonly isMine: boolean | null
  readonly hasLooked: boolean
  readonly acts: SinceActs
}

/** What changed since the person last looked, section by section, to be gone through from the keyboard. */
export function SincePanel({ sections, current, isMine, hasLooked, acts }: SincePanelProps) {
  const list = useRef<HTMLDivElement>(null)
  const changes = sections.flatMap(section => section.changes)
  const at = changes.findIndex(({ difference }) => difference.key === current)
  // The first card is what Tab leads to while the person is at none.
  const stop = at < 0 ? (changes[0]?.difference.key ?? null) : current
  useEffect(() => {
    const card = current && list.current?.querySelector(`[data-change="${CSS.escape(current)}"]`)
    if (card) card.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <>
      <SinceHead {...{ isMine, acts }} at={at + 1} of={changes.length} />
      <p className="visually-hidden" role="status">
        {at >= 0 && vi.since.stepped(at + 1, changes.length, said(changes[at]?.difference))}
      </p>
      {changes.length === 0 ? (
        <p className="empty">{emptyWords(hasLooked, isMine)}</p>
      ) : (
        <div
          ref={list}
          className="cards since"
          role="group"
          aria-label={vi.since.list}
          onKeyDown={moveAmongCards}
        >
          {sections.map(shown => (
            <SinceSection key={shown.section} {...{ shown, acts }} current={stop} />
          ))}
        </div>
      )}
    </>
  )
}

const emptyWords = (hasLooked: boolean, isMine: boolean | null): string =>
  !hasLooked ? vi.since.never : isMine === true ? vi.since.noneMine : vi.since.none

const said = (difference: Difference | undefined): string =>
  difference ? `${vi.since.kinds[difference.kind]}, ${vi.since.classes[difference.class]}` : ''

function moveAmongCards(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-change]')]
  const here = cards.indexOf(document.activeElement as HTMLElement)
  const next = by === undefined || here < 0 ? undefined : cards[here + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
