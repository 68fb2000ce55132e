import type { Node } from 'prosemirror-model'
import type { Difference } from '../../../shared/compare/difference'
import { alignTable } from '../../../shared/compare/table-differences'
import { isHeaderCell, spansOf } from '../../../shared/report/nodes'
import type { ComparedRow } from '../../state/compare-rows'
import { vi } from '../../wording/vi'
import { useCompared } from './compared'
import { leaveOut } from './leave-out'
import { wholeSpan } from './pieces'
import { Changed, PartWords, Pieces } from './Words'

interface ShownRow {
  readonly was: Node | undefined
  readonly now: Node | undefined
  /** By column; null for the whole row. */
  readonly told: ReadonlyMap<number | null, Difference>
}

/** Both tables as one, cell by cell. */
export function GeneralTable({ row }: { row: ComparedRow }) {
  const { isShort } = useCompared()
  const rows = rowsOf(row)
  const items = isShort
    ? leaveOut(rows, { isChanged: each => each.told.size > 0, isGroup: () => false })
    : rows.map(each => ({ row: each }))
  const columns = Math.max(1, ...rows.map(({ was, now }) => (now ?? was)?.childCount ?? 0))
  return (
    <table className="compared-table">
      <tbody>
        {items.map((item, index) =>
          'leftOut' in item ? (
            <tr key={index} className="left-out">
              <td colSpan={columns}>{vi.compare.foldedRows(item.leftOut)}</td>
            </tr>
          ) : (
            <Row key={index} {...item.row} isWhole={row.kind === 'changed' || row.kind === 'same'} />
          ),
        )}
      </tbody>
    </table>
  )
}

function rowsOf({ was: [old], now: [fresh], differences }: ComparedRow): readonly ShownRow[] {
  const table = fresh ?? old
  if (!table) return []
  if (!old || !fresh) return table.children.map(row => ({ was: row, now: row, told: new Map() }))
  return alignTable(old, fresh).map(({ was: [a = -1], now: [b = -1] }): ShownRow => {
    const [before, after] = [old.maybeChild(a) ?? undefined, fresh.maybeChild(b) ?? undefined]
    const isGone = after === undefined
    const told = differences.flatMap(difference => {
      const { place, kind } = difference
      if (place.kind !== 'table' || place.row !== (isGone ? a : b)) return []
      const isOfGone = kind === 'removed' && place.column === null
      return isOfGone === isGone ? [[place.column, difference] as const] : []
    })
    return { was: before, now: after, told: new Map(told) }
  })
}

function Row({ was, now, told, isWhole }: ShownRow & { isWhole: boolean }) {
  const { current } = useCompared()
  const whole = told.get(null)
  const kind = !isWhole ? null : !was ? 'added' : !now ? 'removed' : null
  const row = now ?? was
  return (
    <tr
      className={kind ?? ''}
      data-difference={whole?.key}
      aria-current={whole && whole.key === current ? 'true' : undefined}
    >
      {row?.children.map((cell, column) => (
        <Cell
          key={column}
          {...{ cell, kind, difference: told.get(column) }}
          was={was && now ? cellBefore(was, now, column) : undefined}
          label={column === 0 && whole ? vi.since.kinds[whole.kind] : ''}
        />
      ))}
    </tr>
  )
}

const cellBefore = (was: Node, now: Node, column: number): Node | undefined =>
  alignTable(was, now).flatMap(({ was: [a = -1], now: [b] }) =>
    b === column ? (was.maybeChild(a) ?? []) : [],
  )[0]

interface CellProps {
  readonly cell: Node
  readonly was: Node | undefined
  readonly kind: 'added' | 'removed' | null
  readonly difference: Difference | undefined
  readonly label: string
}

function Cell({ cell, was, kind, difference, label }: CellProps) {
  const { was: before, now: after, current } = useCompared()
  const Tag = isHeaderCell(cell) ? 'th' : 'td'
  const { colspan, rowspan } = spansOf(cell)
  const isHere = difference !== undefined && difference.key === current
  return (
    <Tag
      colSpan={colspan}
      rowSpan={rowspan}
      data-difference={difference?.key}
      aria-current={isHere ? 'true' : undefined}
    >
      {label && <span className="compared-label">{label}</span>}
      {difference && was ? (
        <PartWords parts={difference.parts} was={[was]} now={[cell]} side="both" />
      ) : (
        <Changed kind={kind ?? (difference?.kind === 'added' ? 'added' : 'same')}>
          <Pieces nodes={[cell]} span={wholeSpan([cell])} text={kind === 'removed' ? before : after} />
        </Changed>
      )}
    </Tag>
  )
}
