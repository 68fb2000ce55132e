import { align } from '../compare/align'
import { itemOfRow } from '../compare/indicator-differences'
import type { IndicatorRow } from '../indicators/indicator-row'
import type { PrintIndicatorRow, PrintIndicatorTable } from '../print/print-document'
import { mergeParagraphs, oneSided, type Merging } from './merge-paragraphs'
import { inOneOrder } from './one-order'
import type {
  RedlineChange,
  RedlineIndicatorRow,
  RedlineIndicatorTable,
  RedlineRun,
} from './redline-document'
import { changesOf } from './redline-tables'
import { emptyParagraph, textRuns, type SideParagraph } from './side-text'

/** One side of a table of indicators: as it is printed, and its records in the same order. */
interface SideOfTable {
  readonly print: PrintIndicatorTable
  readonly rows: readonly IndicatorRow[]
}

/** Row by row, cell by cell. A row that moved is gone there and came here: Word knows no moved rows. */
export function mergeIndicators(was: SideOfTable, now: SideOfTable, merging: Merging): RedlineIndicatorTable {
  const [gone, come] = changesOf(merging)
  const merge = (old = '', fresh = ''): readonly RedlineRun[] => mergeWords(old, fresh, merging)
  const groups = align(was.rows.map(itemOfRow), now.rows.map(itemOfRow))
  const rows = inOneOrder(groups).flatMap(({ group, side }): RedlineIndicatorRow[] => {
    const [old, fresh] = [was.print.rows[group.was[0] ?? -1], now.print.rows[group.now[0] ?? -1]]
    if (side === 'was') return old ? [oneSidedRow(old, gone)] : []
    if (side === 'now') return fresh ? [oneSidedRow(fresh, come)] : []
    if (!old || !fresh) return []
    if (layoutOf(old) !== layoutOf(fresh)) return [oneSidedRow(old, gone), oneSidedRow(fresh, come)]
    const cells = fresh.cells.map((cell, index) => merge(old.cells[index], cell))
    return [{ kind: fresh.kind, cells, change: null }]
  })
  return {
    kind: 'indicator_table',
    title: merge(was.print.title, now.print.title),
    columns: now.print.columns.map((column, index) => merge(was.print.columns[index], column)),
    widths: now.print.widths,
    rows,
    change: null,
  }
}

export const oneSidedIndicators = (
  { title, columns, widths, rows }: PrintIndicatorTable,
  change: RedlineChange,
): RedlineIndicatorTable => ({
  kind: 'indicator_table',
  title: oneSidedWords(title, change),
  columns: columns.map(column => oneSidedWords(column, change)),
  widths,
  rows: rows.map(row => oneSidedRow(row, change)),
  change,
})

const oneSidedRow = ({ kind, cells }: PrintIndicatorRow, change: RedlineChange): RedlineIndicatorRow => ({
  kind,
  cells: cells.map(cell => oneSidedWords(cell, change)),
  change,
})

/** A group that is only a name is set across all columns, in bold: no mark tells that a row became one. */
export const isWide = (
  kind: PrintIndicatorRow['kind'],
  cells: readonly { readonly length: number }[],
): boolean => kind === 'group' && cells.slice(2).every(({ length }) => length === 0)

const layoutOf = ({ kind, cells }: PrintIndicatorRow): string =>
  `${kind === 'group' ? 'group' : 'row'} ${isWide(kind, cells)}`

const paragraphOf = (text: string): SideParagraph => ({ ...emptyParagraph, runs: textRuns(text) })

const mergeWords = (was: string, now: string, merging: Merging): readonly RedlineRun[] =>
  mergeParagraphs([paragraphOf(was)], [paragraphOf(now)], merging).flatMap(({ runs }) => runs)

const oneSidedWords = (text: string, change: RedlineChange): readonly RedlineRun[] =>
  oneSided([paragraphOf(text)], change).flatMap(({ runs }) => runs)
