import { alignIndicatorRows } from '../../../shared/compare/indicator-differences'
import type { Difference } from '../../../shared/compare/difference'
import {
  rowCells,
  type IndicatorRow,
  type IndicatorTable as Table,
  type RowCell,
} from '../../../shared/indicators/indicator-row'
import { numberRows } from '../../../shared/numbering/number-rows'
import { words as printWords } from '../../../shared/print/words'
import type { RowId, TableId } from '../../../shared/report/ids'
import { tableIdOf } from '../../../shared/report/nodes'
import type { ComparedRow } from '../../state/compare-rows'
import { vi } from '../../wording/vi'
import { useCompared } from './compared'
import { leaveOut } from './leave-out'
import { OldNew } from './OldNew'

/** Both tables as one: each row once, changed cells as they were and as they are. */
export function IndicatorTable({ row }: { row: ComparedRow }) {
  const { was, now, isShort } = useCompared()
  const old = tableIn(was.report.indicators, row.was[0])
  const fresh = tableIn(now.report.indicators, row.now[0])
  const table = fresh ?? old
  if (!table) return null
  const told = toldIn(row.differences)
  const rows = rowsOf(old, fresh, row.kind)
  const items = isShort
    ? leaveOut(rows, {
        isChanged: each => each.kind !== 'same' || told.has(each.record.id),
        isGroup: each => each.record.kind === 'group',
      })
    : rows.map(each => ({ row: each }))
  const [numbers, oldNumbers] = [numberRows(fresh?.rows ?? []), numberRows(old?.rows ?? [])]
  const titles = told.get('') ?? noneTold
  return (
    <table className="compared-table indicators">
      {(table.title || titles.has('title')) && (
        <caption>
          <Cell difference={titles.get('title')} value={table.title} />
        </caption>
      )}
      <thead>
        <tr>
          <th scope="col">{printWords.rowNumber}</th>
          {rowCells.map(cell => (
            <th key={cell} scope="col" className={cell}>
              <Cell difference={titles.get(cell)} value={table.columns[cell]} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) =>
          'leftOut' in item ? (
            <tr key={index} className="left-out">
              <td colSpan={rowCells.length + 1}>{vi.compare.foldedRows(item.leftOut)}</td>
            </tr>
          ) : (
            <Row
              key={item.row.record.id}
              {...item.row}
              told={told.get(item.row.record.id) ?? noneTold}
              number={(item.row.kind === 'removed' ? oldNumbers : numbers).get(item.row.record.id) ?? ''}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

interface ShownRow {
  readonly record: IndicatorRow
  readonly kind: 'same' | 'added' | 'removed'
}

const tableIn = (
  tables: ReadonlyMap<TableId, Table>,
  block: ComparedRow['was'][number] | undefined,
): Table | undefined => block && tables.get(tableIdOf(block))

/** Rows of both, those that are gone where they stood. A table that is new or gone is told as a whole. */
function rowsOf(
  old: Table | undefined,
  fresh: Table | undefined,
  of: ComparedRow['kind'],
): readonly ShownRow[] {
  const alone = of === 'added' || of === 'removed' ? 'same' : null
  return alignIndicatorRows(old?.rows ?? [], fresh?.rows ?? []).flatMap(
    ({ was: [a = -1], now: [b = -1] }): readonly ShownRow[] => {
      const [before, after] = [old?.rows[a], fresh?.rows[b]]
      if (after) return [{ record: after, kind: alone ?? (before ? 'same' : 'added') }]
      return before ? [{ record: before, kind: alone ?? 'removed' }] : []
    },
  )
}

type ToldInRow = ReadonlyMap<string, Difference>
const noneTold: ToldInRow = new Map()

/** By row ('' for titles) and column ('' for the whole row). */
function toldIn(differences: readonly Difference[]): ReadonlyMap<RowId | '', ToldInRow> {
  const told = new Map<RowId | '', Map<string, Difference>>()
  for (const difference of differences) {
    const { place } = difference
    if (place.kind !== 'cell') continue
    const row = told.get(place.row ?? '') ?? new Map<string, Difference>()
    told.set(place.row ?? '', row.set(place.column ?? '', difference))
  }
  return told
}

interface RowProps extends ShownRow {
  readonly told: ToldInRow
  readonly number: string
}

function Row({ record, kind, told, number }: RowProps) {
  const { current } = useCompared()
  const whole = told.get('')
  return (
    <tr
      className={`${record.kind} ${kind}`}
      data-difference={whole?.key}
      aria-current={whole && whole.key === current ? 'true' : undefined}
    >
      <td className="tt">{number}</td>
      {rowCells.map(cell => (
        <td key={cell} className={cell} aria-current={isAt(told, cell, current)}>
          {cell === 'name' && <RowLabel {...{ kind, told }} />}
          {kind === 'same' ? (
            <Cell difference={told.get(cell)} value={record[cell]} />
          ) : (
            <Whole kind={kind} value={record[cell]} />
          )}
        </td>
      ))}
    </tr>
  )
}

const isAt = (told: ToldInRow, cell: RowCell, current: string | null): 'true' | undefined =>
  current !== null && told.get(cell)?.key === current ? 'true' : undefined

function Whole({ kind, value }: { kind: 'added' | 'removed'; value: string }) {
  if (value.trim() === '') return null
  return kind === 'added' ? <ins>{value}</ins> : <del>{value}</del>
}

function Cell({ difference, value }: { difference: Difference | undefined; value: string }) {
  if (!difference) return value
  return (
    <span data-difference={difference.key}>
      <OldNew difference={difference} />
    </span>
  )
}

function RowLabel({ kind, told }: Pick<RowProps, 'kind' | 'told'>) {
  const labels = [
    ...(kind === 'same' ? [] : [vi.since.kinds[kind]]),
    ...(told.get('')?.kind === 'moved' ? [vi.compare.rowMoved] : []),
    ...(told.has('kind') ? [vi.compare.rowForm] : []),
    ...(told.has('direction') ? [vi.compare.direction] : []),
  ]
  return labels.map(label => (
    <span key={label} className="compared-label">
      {label}
    </span>
  ))
}
