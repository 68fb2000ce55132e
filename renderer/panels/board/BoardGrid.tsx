import { ArrowDown, ArrowUp, SquareCheckBig } from 'lucide-react'
import { useId, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { BoardRow } from '../../../shared/board/board-rows'
import { boardColumns, type BoardColumn, type BoardOrder } from '../../../shared/board/sort-rows'
import type { BlockId } from '../../../shared/report/ids'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { cellWords, type NameOf } from './row-words'
import { StateIcon } from './StateMark'

const words = vi.approvals.board

interface BoardGridProps {
  readonly rows: readonly BoardRow[]
  readonly order: BoardOrder
  readonly nameOf: NameOf
  readonly onSort: (by: BoardColumn) => void
  /** To the section on the paper. */
  readonly onGo: (section: BlockId) => void
  /** What may be done with it. */
  readonly onActs: (section: BlockId) => void
}

/** The sections as a grid (WAI-ARIA): one stop for Tab, arrow keys inside. */
export function BoardGrid(props: BoardGridProps) {
  const { rows, order, nameOf, onSort, onGo, onActs } = props
  const [spot, setSpot] = useState({ section: null as BlockId | null, column: 0 })
  const grid = useRef<HTMLDivElement>(null)
  const id = useId()
  const row = Math.max(
    0,
    rows.findIndex(one => one.section === spot.section),
  )
  const here = rows[row]
  const cellId = (section: BlockId, column: number): string => `${id}-${section}-${column}`
  const move = (to: number, column: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!next) return
    const within = Math.max(0, Math.min(boardColumns.length - 1, column))
    setSpot({ section: next.section, column: within })
    document.getElementById(cellId(next.section, within))?.scrollIntoView({ block: 'nearest' })
  }
  function key(event: KeyboardEvent) {
    if (event.target !== grid.current || !here) return
    const step = steps(rows.length)[event.key]
    if (step) move(row + step[0], spot.column + step[1])
    else if (event.key === 'Enter') onGo(here.section)
    else if (event.key === ' ') onActs(here.section)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={grid}
      className="board-grid"
      role="grid"
      aria-label={words.grid}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      data-first
      aria-activedescendant={here && cellId(here.section, spot.column)}
      onKeyDown={key}
    >
      <div role="row" aria-rowindex={1} className="board-row head">
        {boardColumns.map(column => (
          <Head key={column} {...{ column, order }} onSort={onSort} />
        ))}
        <span role="columnheader" className="cell acts" aria-label={vi.approvals.section.menu} />
      </div>
      {rows.map((one, index) => (
        <Row
          key={one.section}
          {...{ row: one, index, nameOf, cellId, onGo, onActs }}
          active={one === here ? spot.column : null}
          onChoose={() => setSpot({ section: one.section, column: spot.column })}
        />
      ))}
    </div>
  )
}

interface RowProps extends Pick<BoardGridProps, 'nameOf' | 'onGo' | 'onActs'> {
  readonly row: BoardRow
  readonly index: number
  /** The column in which the person is, or null. */
  readonly active: number | null
  readonly cellId: (section: BlockId, column: number) => string
  readonly onChoose: () => void
}

function Row({ row, index, active, cellId, nameOf, onChoose, onGo, onActs }: RowProps) {
  const { section, isLate, depth, state } = row
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`board-row${active === null ? '' : ' active'}${isLate ? ' late' : ''}`}
      style={{ '--depth': depth } as CSSProperties}
      onClick={onChoose}
      onDoubleClick={() => onGo(section)}
    >
      {boardColumns.map((column, at) => (
        <span
          key={column}
          role="gridcell"
          id={cellId(section, at)}
          className={`cell ${column}${at === active ? ' active' : ''}`}
        >
          {column === 'state' && <StateIcon state={state} />}
          <span className="cell-words">{cellWords(row, column, nameOf)}</span>
        </span>
      ))}
      <span role="gridcell" className="cell acts">
        <ToolButton
          size="small"
          tabIndex={-1}
          icon={SquareCheckBig}
          label={words.acts(cellWords(row, 'section', nameOf))}
          onClick={() => onActs(section)}
        />
      </span>
    </div>
  )
}

const steps = (count: number): Readonly<Record<string, readonly [number, number]>> => ({
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-12, 0],
  PageDown: [12, 0],
  Home: [-count, 0],
  End: [count, 0],
})

interface HeadProps {
  readonly column: BoardColumn
  readonly order: BoardOrder
  readonly onSort: (by: BoardColumn) => void
}

function Head({ column, order: { by, falls }, onSort }: HeadProps) {
  const isSorted = by === column
  const Arrow = falls ? ArrowDown : ArrowUp
  return (
    <span
      role="columnheader"
      className={`cell ${column}`}
      aria-sort={isSorted ? (falls ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" onClick={() => onSort(column)}>
        {words.columns[column]}
        {isSorted && <Arrow size={12} strokeWidth={2} aria-hidden />}
      </button>
    </span>
  )
}
