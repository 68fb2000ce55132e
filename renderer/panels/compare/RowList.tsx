import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, type CSSProperties, type RefObject } from 'react'
import type { ShownItem } from '../../state/compare-folds'
import { vi } from '../../wording/vi'
import { Row } from './Row'

/** Where the person is to be taken; asking for the same place again is another object. */
export interface WantedRow {
  readonly row: string
  /** A cell or a note within it. */
  readonly difference: string | null
  /** Whether the focus goes there as well. */
  readonly isEntered: boolean
}

interface RowListProps {
  readonly items: readonly ShownItem[]
  readonly wanted: WantedRow | null
  readonly style: CSSProperties
  readonly className: string
  readonly isBusy: boolean
  readonly onFold: (key: string) => void
}

/** Pixels of a paragraph of three lines; each is measured once it is drawn. */
const guess = 96

/** The places of both texts; only those in view are drawn, so that a long report opens as fast as a short one. */
export function RowList({ items, wanted, style, className, isBusy, onFold }: RowListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => items[index]?.key ?? index,
    estimateSize: () => guess,
    overscan: 4,
  })
  useWanted(wanted, { items, rows, scroller })
  return (
    <div
      ref={scroller}
      className={`compared ${className}`}
      style={style}
      role="region"
      aria-label={vi.compare.text}
      aria-busy={isBusy}
      tabIndex={0}
    >
      <div className="compared-all" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (!item) return null
          return (
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className="compared-at"
              style={{ transform: `translateY(${start}px)` }}
            >
              {item.kind === 'row' ? <Row row={item.row} /> : <Fold fold={item} onFold={onFold} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type FoldItem = Extract<ShownItem, { kind: 'fold' }>

function Fold({
  fold: { key, count, of, isOpen },
  onFold,
}: {
  fold: FoldItem
  onFold: (key: string) => void
}) {
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <button type="button" className="compared-fold" aria-expanded={isOpen} onClick={() => onFold(key)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {vi.compare.folded[of](count)}
    </button>
  )
}

interface Place {
  readonly items: readonly ShownItem[]
  readonly rows: Virtualizer<HTMLDivElement, Element>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** Brings the wanted place into view: the row first, then, once that is drawn, the cell or note in it. */
function useWanted(wanted: WantedRow | null, { items, rows, scroller }: Place): void {
  useEffect(() => {
    if (!wanted) return undefined
    const index = items.findIndex(({ key }) => key === wanted.row)
    if (index < 0) return undefined
    rows.scrollToIndex(index, { align: 'center' })
    return whenDrawn(scroller.current, wanted)
    // Only when another place is asked for: what is read does not move when the texts are compared again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])
}

/** Frames to wait for a row that is still to be drawn and measured. */
const patience = 20

function whenDrawn(scroller: HTMLElement | null, { row, difference, isEntered }: WantedRow): () => void {
  let left = patience
  let frame = requestAnimationFrame(look)
  function look(): void {
    const place = scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`)
    if (!place) {
      if (left-- > 0) frame = requestAnimationFrame(look)
      return
    }
    const within = difference && place.querySelector(`[data-difference="${CSS.escape(difference)}"]`)
    if (within) within.scrollIntoView({ block: 'nearest' })
    if (isEntered) place.focus({ preventScroll: true })
  }
  return () => cancelAnimationFrame(frame)
}
