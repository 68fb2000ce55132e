import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Outline, OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import type { Person } from '../../state/presence'
import { vi } from '../../wording/vi'
import { openOutlineMenu } from './outline-menu'
import { outlineAction, type OutlineAction } from './outline-keys'
import type { OutlineActs } from './OutlinePanel'
import { OutlineRow, rowId, type RowHandlers } from './OutlineRow'
import { peopleByRow, type PeopleHere } from './people-here'
import { useDragging } from './use-dragging'
import { useRows } from './use-rows'
import { parentOf, visibleItems } from './visible-items'

interface OutlineTreeProps {
  readonly outline: Outline
  readonly here: BlockId | null
  readonly problems: ReadonlyMap<BlockId, number>
  readonly people: PeopleHere
  readonly readOnly: boolean
  readonly acts: OutlineActs
  readonly filter: string
  readonly collapsed: ReadonlySet<BlockId>
  readonly onCollapse: (collapsed: ReadonlySet<BlockId>) => void
}

const nobody: readonly Person[] = []

export function OutlineTree(props: OutlineTreeProps) {
  const { outline, here, problems, readOnly, filter, collapsed } = props
  const { rows, people } = useVisible(props)
  const [chosen, setActive] = useState<BlockId | null>(null)
  const active = rows.some(row => row.id === chosen) ? chosen : (here ?? rows[0]?.id ?? null)
  const tree = useRef<HTMLDivElement>(null)
  const dragging = useDragging(rows, props.acts.moveBefore)
  const drawn = useRows(rows, { tree, kept: [active, dragging.dragged] })

  useEntered(here, () => {
    setActive(null)
    drawn.show(here)
  })
  const toggle = (id: BlockId, open = collapsed.has(id)) => props.onCollapse(toggled(collapsed, id, open))
  const goToRow = (id: BlockId | undefined) => {
    if (!id) return
    setActive(id)
    drawn.show(id)
  }
  const handlers = useHandlers({ rows, acts: props.acts, toggle, setActive, dragging, readOnly })

  function key(event: KeyboardEvent) {
    const action = outlineAction(event)
    const item = rows.find(row => row.id === active)
    if (!action || !item || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    run(action, item, { rows, outline, collapsed, acts: props.acts, goToRow, toggle, readOnly })
  }
  if (outline.items.length === 0) return <p className="empty">{vi.outline.empty}</p>
  return (
    <div
      ref={tree}
      className="tree"
      role="tree"
      tabIndex={0}
      aria-label={vi.outline.title}
      aria-activedescendant={active ? rowId(active) : undefined}
      onKeyDown={key}
    >
      <div role="presentation" style={{ height: drawn.height }}>
        {drawn.rows.map(({ item, top, index }) => (
          <OutlineRow
            key={item.id}
            item={item}
            top={top}
            place={drawn.placeOf(index)}
            expanded={item.children.length > 0 ? filter !== '' || !collapsed.has(item.id) : null}
            here={item.id === here}
            active={item.id === active}
            problems={problems.get(item.id) ?? 0}
            people={people.get(item.id) ?? nobody}
            {...dragLooks(dragging, item.id)}
            readOnly={readOnly}
            {...handlers}
          />
        ))}
      </div>
      {rows.length === 0 && <p className="empty">{vi.outline.noMatch}</p>}
    </div>
  )
}

const dragLooks = ({ over, dragged }: ReturnType<typeof useDragging>, id: BlockId) => ({
  drop: over?.id === id ? over.side : null,
  dragged: dragged === id,
})

function useVisible({ outline, collapsed, filter, people }: OutlineTreeProps) {
  const rows = useMemo(() => visibleItems(outline, collapsed, filter), [outline, collapsed, filter])
  return { rows, people: useMemo(() => peopleByRow(outline, rows, people), [outline, rows, people]) }
}

/** Only when the caret enters another section: a row that appears or goes must not move what a person looks at. */
function useEntered(section: BlockId | null, show: () => void): void {
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(show, [section])
}

function toggled(collapsed: ReadonlySet<BlockId>, id: BlockId, open: boolean): ReadonlySet<BlockId> {
  const next = new Set(collapsed)
  if (open) next.delete(id)
  else next.add(id)
  return next
}

interface HandlerInput {
  readonly rows: readonly OutlineItem[]
  readonly acts: OutlineActs
  readonly toggle: (id: BlockId) => void
  readonly setActive: (id: BlockId) => void
  readonly dragging: ReturnType<typeof useDragging>
  readonly readOnly: boolean
}

/** Rows are memoised: their handlers stay the same and read the moment from here. */
function useHandlers(input: HandlerInput): RowHandlers {
  const now = useRef(input)
  now.current = input
  return useMemo<RowHandlers>(
    () => ({
      onGo: id => {
        now.current.setActive(id)
        now.current.acts.goTo(id)
      },
      onToggle: id => now.current.toggle(id),
      onMenu: (id, event) => {
        event.preventDefault()
        now.current.setActive(id)
        const item = now.current.rows.find(row => row.id === id)
        if (item) openOutlineMenu(item, now.current.acts, now.current.readOnly)
      },
      onDragStart: (id, event) => now.current.dragging.start(id, event),
      onDragOver: (id, event) => now.current.dragging.move(id, event),
      onDrop: event => now.current.dragging.drop(event),
      onDragEnd: () => now.current.dragging.end(),
    }),
    [],
  )
}

interface Moment {
  readonly rows: readonly OutlineItem[]
  readonly outline: Outline
  readonly collapsed: ReadonlySet<BlockId>
  readonly acts: OutlineActs
  readonly goToRow: (id: BlockId | undefined) => void
  readonly toggle: (id: BlockId, open?: boolean) => void
  readonly readOnly: boolean
}

type Acts = {
  readonly [K in OutlineAction['kind']]: (
    now: Moment,
    item: OutlineItem,
    action: Extract<OutlineAction, { kind: K }>,
  ) => void
}

const acts: Acts = {
  row: (now, item, { by }) => {
    const index = now.rows.indexOf(item) + by
    now.goToRow(now.rows[Math.max(0, Math.min(now.rows.length - 1, index))]?.id)
  },
  first: now => now.goToRow(now.rows[0]?.id),
  last: now => now.goToRow(now.rows.at(-1)?.id),
  open(now, item) {
    if (now.collapsed.has(item.id)) now.toggle(item.id, true)
    else now.goToRow(item.children[0]?.id)
  },
  close(now, item) {
    if (item.children.length > 0 && !now.collapsed.has(item.id)) now.toggle(item.id, false)
    else now.goToRow(parentOf(now.outline, item.id)?.id)
  },
  go: (now, item) => now.acts.goTo(item.id),
  menu: (now, item) => openOutlineMenu(item, now.acts, now.readOnly),
  add(now, item, { deeper }) {
    if (!now.readOnly) now.acts.add(item.id, deeper)
  },
  level(now, item, { by }) {
    if (!now.readOnly) now.acts.shift(item.id, by)
  },
  move(now, item, { by }) {
    if (!now.readOnly) now.acts.move(item.id, by)
  },
}

function run(action: OutlineAction, item: OutlineItem, now: Moment): void {
  // The table pairs each kind with its own action, which the compiler cannot follow through the look-up.
  acts[action.kind](now, item, action as never)
}
