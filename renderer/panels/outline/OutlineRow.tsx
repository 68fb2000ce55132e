import { ChevronDown, TriangleAlert } from 'lucide-react'
import { memo, type CSSProperties, type DragEvent, type MouseEvent } from 'react'
import type { OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import type { Person } from '../../state/presence'
import { vi } from '../../wording/vi'
import { HereToo } from './HereToo'
import { LockMark } from './LockMark'
import { SectionMark } from './SectionMark'
import type { RowPlace } from './use-rows'

export interface RowHandlers {
  readonly onGo: (id: BlockId) => void
  readonly onToggle: (id: BlockId) => void
  readonly onMenu: (id: BlockId, event: MouseEvent) => void
  readonly onDragStart: (id: BlockId, event: DragEvent) => void
  readonly onDragOver: (id: BlockId, event: DragEvent) => void
  readonly onDrop: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

interface OutlineRowProps extends RowHandlers {
  readonly item: OutlineItem
  /** Pixels from the top of the list. */
  readonly top: number
  readonly place: RowPlace
  readonly expanded: boolean | null
  readonly here: boolean
  readonly active: boolean
  readonly problems: number
  readonly people: readonly Person[]
  readonly drop: 'before' | 'after' | null
  readonly dragged: boolean
  readonly readOnly: boolean
}

/** One section: its number, title, and room for what stands open in it. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { item, expanded, here, active, problems, drop } = props
  const marks = [here && 'here', active && 'active', drop && `drop-${drop}`, props.dragged && 'dragged']
  const { position, size } = props.place
  return (
    <div
      id={rowId(item.id)}
      role="treeitem"
      aria-level={item.depth + 1}
      aria-posinset={position}
      aria-setsize={size}
      aria-expanded={expanded ?? undefined}
      aria-current={here ? 'location' : undefined}
      aria-selected={active}
      className={`tree-row ${item.level} ${marks.filter(Boolean).join(' ')}`}
      style={{ '--depth': item.depth, transform: `translateY(${props.top}px)` } as CSSProperties}
      title={`${item.number} ${item.title}`}
      draggable={!props.readOnly}
      onClick={() => props.onGo(item.id)}
      onContextMenu={event => props.onMenu(item.id, event)}
      onDragStart={event => props.onDragStart(item.id, event)}
      onDragOver={event => props.onDragOver(item.id, event)}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
    >
      <Twisty item={item} expanded={expanded} onToggle={props.onToggle} />
      <span className="number">{item.number}</span>
      {item.title ? (
        <span className={isCapitals(item.title) ? 'title capitals' : 'title'}>{item.title}</span>
      ) : (
        <span className="title untitled">{vi.outline.untitled}</span>
      )}
      <span className="status">
        <SectionMark id={item.id} />
        <LockMark id={item.id} />
        <HereToo people={props.people} />
        {problems > 0 && (
          <span className="problems">
            <TriangleAlert size={12} strokeWidth={2} aria-hidden />
            {problems}
          </span>
        )}
      </span>
    </div>
  )
})

/** Shown as typed, but capitals are wider and harder to read than the rest: they are set a little smaller. */
const isCapitals = (title: string): boolean => title === title.toUpperCase() && title !== title.toLowerCase()

export const rowId = (id: BlockId): string => `outline-${id}`

interface TwistyProps {
  readonly item: OutlineItem
  readonly expanded: boolean | null
  readonly onToggle: (id: BlockId) => void
}

/** For the mouse; from the keyboard, the arrow keys open and close. */
function Twisty({ item, expanded, onToggle }: TwistyProps) {
  if (expanded === null) return <span />
  return (
    <span
      className="twisty"
      aria-hidden
      onClick={event => {
        event.stopPropagation()
        onToggle(item.id)
      }}
    >
      <ChevronDown size={14} strokeWidth={1.75} />
    </span>
  )
}
