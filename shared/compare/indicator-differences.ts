import type { Node } from 'prosemirror-model'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../indicators/indicator-row'
import type { BlockId } from '../report/ids'
import { tableIdOf } from '../report/nodes'
import { align, type Group } from './align'
import type { Sides } from './block-differences'
import { classOfParts } from './class-of-parts'
import { compareInlineTexts, type InlinePart } from './compare-inline'
import type { Difference, DifferencePlace } from './difference'
import { differenceOf, oneSided, wholePart, type Where } from './difference-of'
import { bareText } from './inline-text'
import type { Item } from './item'

type CellPlace = Extract<DifferencePlace, { kind: 'cell' }>
type Column = CellPlace['column']

/** A table of indicators, record by record and cell by cell. Row numbers and status are computed: they never differ. */
export function indicatorDifferences(
  { was, now }: Sides,
  before: Node,
  after: Node,
  section: BlockId | null,
): Difference[] {
  const id = tableIdOf(after)
  const [old, fresh] = [was.content.indicators.get(tableIdOf(before)), now.content.indicators.get(id)]
  if (old === fresh) return []
  const whereIs = (row: IndicatorRow | null, column: Column): Where => ({
    place: { kind: 'cell', table: id, row: row?.id ?? null, column },
    section,
  })
  return [
    ...titleDifferences(old, fresh, column => whereIs(null, column)),
    ...rowDifferences(old?.rows ?? [], fresh?.rows ?? [], whereIs),
  ]
}

/** Which row became which. */
export const alignIndicatorRows = (
  was: readonly IndicatorRow[],
  now: readonly IndicatorRow[],
): readonly Group[] => align(was.map(itemOfRow), now.map(itemOfRow))

const titleDifferences = (
  was: IndicatorTable | undefined,
  now: IndicatorTable | undefined,
  whereIs: (column: Column) => Where,
): Difference[] => [
  ...cellWords(was?.title ?? '', now?.title ?? '', whereIs('title')),
  ...rowCells.flatMap(cell => cellWords(was?.columns[cell] ?? '', now?.columns[cell] ?? '', whereIs(cell))),
]

function rowDifferences(
  was: readonly IndicatorRow[],
  now: readonly IndicatorRow[],
  whereIs: (row: IndicatorRow, column: Column) => Where,
): Difference[] {
  return alignIndicatorRows(was, now).flatMap(({ was: [a = -1], now: [b = -1], moved }): Difference[] => {
    const [old, fresh] = [was[a], now[b]]
    if (!fresh) return old ? [oneSided('removed', rowText(old), whereIs(old, null))] : []
    if (!old) return [oneSided('added', rowText(fresh), whereIs(fresh, null))]
    const parts = wholePart('same', rowText(fresh))
    const of = (column: Column): Where => ({
      ...whereIs(fresh, column),
      ...(old.id !== fresh.id ? { wasId: old.id } : {}),
    })
    return [
      ...(moved ? [differenceOf({ kind: 'moved', class: 'move', parts, ...of(null) })] : []),
      ...rowCells.flatMap(cell => cellWords(old[cell], fresh[cell], of(cell))),
      ...formDifferences(old, fresh, of),
    ]
  })
}

function formDifferences(
  was: IndicatorRow,
  now: IndicatorRow,
  whereIs: (column: Column) => Where,
): Difference[] {
  const parts = wholePart('same', rowText(now))
  const form = (row: IndicatorRow): string => `${row.kind} ${row.kind === 'group' ? row.groupLevel : ''}`
  return [
    // Which way is better decides what counts as reached.
    ...(was.direction !== now.direction
      ? [differenceOf({ kind: 'form', class: 'content', parts, ...whereIs('direction') })]
      : []),
    ...(form(was) !== form(now)
      ? [differenceOf({ kind: 'form', class: 'layout', parts, ...whereIs('kind') })]
      : []),
  ]
}

/** A whole cell is one value: shown is what it was and what it is, not letter by letter. */
function cellWords(was: string, now: string, where: Where): Difference[] {
  if (was.trim() === now.trim()) return []
  const parts: readonly InlinePart[] = compareInlineTexts(bareText(was), bareText(now))
  return [differenceOf({ kind: 'words', class: classOfParts(parts), parts, ...where })]
}

export const itemOfRow = (row: IndicatorRow): Item => ({
  id: row.id,
  kind: row.kind === 'group' ? 'group' : 'row',
  weight: 1,
  text: () => `${row.name} ${row.unit}`,
  // Rows of one name stand under several indicators.
  whole: () => rowText(row),
})

const rowText = (row: IndicatorRow): string =>
  rowCells.flatMap(cell => (row[cell].trim() === '' ? [] : [row[cell].trim()])).join(' | ')
