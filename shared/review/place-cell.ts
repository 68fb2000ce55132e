import { rowCells, type IndicatorRow, type IndicatorTable, type RowCell } from '../indicators/indicator-row'
import type { BlockId, TableId } from '../report/ids'
import type { Anchor, AnchorTarget } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorPlace, AnchorSpot } from './anchor-place'
import { lettersIn, offsetOfLetter } from './letters'
import { wantedOf } from './place-words'
import { searchLetters } from './search-letters'

type Cell = Extract<AnchorTarget, { kind: 'cell' }>

/** A cell is its row and column: it stays the same cell whatever is written in it. */
export function placeCell(anchor: Anchor, cell: Cell, index: AnchorIndex): AnchorPlace {
  const column = rowCells.find(name => name === cell.column)
  const row = column && (rowOf(cell, index) ?? likestRow(anchor, column, index))
  if (!row) return { kind: 'detached', near: tableNear(cell, index) }
  const words = row.row[column]
  const range = rangeIn(words, anchor)
  const at = {
    kind: 'cell',
    table: row.table,
    row: row.row.id,
    column,
    ...(range ?? { from: 0, to: words.length }),
  } as const
  return range ? { kind: 'found', at } : { kind: 'changed', at, now: words }
}

interface PlacedRow {
  readonly table: TableId
  readonly row: IndicatorRow
}

/** Tables whose block stands in the text; rows of others are kept but not shown. */
const shownTable = (id: string, index: AnchorIndex): IndicatorTable | undefined =>
  index.block(id) ? index.report.indicators.get(id as TableId) : undefined

function rowOf({ table, row: id }: Cell, index: AnchorIndex): PlacedRow | undefined {
  const row = shownTable(table, index)?.rows.find(each => each.id === id)
  return row && { table: table as TableId, row }
}

function tableNear({ table }: Cell, index: AnchorIndex): AnchorSpot | null {
  return shownTable(table, index) ? { kind: 'block', block: table as BlockId } : null
}

/** A row that was pasted anew: the one row of that name with those words in that column. */
function likestRow(anchor: Anchor, column: RowCell, index: AnchorIndex): PlacedRow | undefined {
  const name = lettersIn(anchor.before.split('\n')[0] ?? '')
  const found: PlacedRow[] = []
  for (const [table] of index.report.indicators)
    for (const row of shownTable(table, index)?.rows ?? [])
      if (name !== '' && lettersIn(row.name) === name && rangeIn(row[column], anchor))
        found.push({ table, row })
  return found.length === 1 ? found[0] : undefined
}

/** Where the quote stands in the cell's words; null if it does not. */
function rangeIn(words: string, anchor: Anchor): { from: number; to: number } | null {
  const wanted = wantedOf({ ...anchor, before: anchor.before.split('\n')[1] ?? '' })
  const letters = lettersIn(words)
  if (letters === wanted.quote || wanted.quote === '') return { from: 0, to: words.length }
  const isInBlock = (): boolean => true
  const range = searchLetters(
    letters,
    { ...wanted, rival: -1 },
    { isTied: isInBlock, isInBlock, isInSection: isInBlock },
  )
  return range && { from: offsetOfLetter(words, range.from), to: offsetOfLetter(words, range.to - 1) + 1 }
}
