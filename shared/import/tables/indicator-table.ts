import {
  defaultColumns,
  rowCells,
  type ColumnTitles,
  type IndicatorRow,
  type IndicatorTable,
} from '../../indicators/indicator-row'
import type { ImportWarning } from '../../ipc/contract'
import { numberRows } from '../../numbering/number-rows'
import { newRowId, newTableId } from '../../report/ids'
import { notesIn } from '../lines/clean-inlines'
import type { TableItem } from '../lines/items'
import { readMark } from '../lines/typed-mark'
import type { SourceRow } from '../source'
import { places, warnings } from '../words'
import { cellLines, cellText } from './cell-text'

export interface FoundIndicators {
  readonly table: IndicatorTable
  readonly warnings: readonly ImportWarning[]
}

const columns = rowCells.length + 1

/**
 * A table of seven columns whose first numbers groups (A, I), indicators (1, 2) and leaves sub rows open.
 * Undefined for every other table, and where printing would change more than a few numbers.
 */
export function readIndicatorTable(item: TableItem): FoundIndicators | undefined {
  const cells = gridOf(item.table.rows)
  if (!cells) return undefined
  const headerRows = item.table.rows.filter(row => row.header).length
  const hasHeader = headerRows > 0 || isHeader(cells[0] ?? [])
  const header = hasHeader ? cells[0] : undefined
  const data = cells
    .slice(hasHeader ? Math.max(headerRows, 1) : 0)
    .filter(row => row.some(text => text !== ''))
  if (headerRows > 1 || !looksRight(header ?? [], data)) return undefined
  const rows = readRows(data)
  if (!rows) return undefined
  const changed = changedNumbers(item.place, data, rows)
  if (changed.length > data.length / 10) return undefined
  const table = { id: newTableId(), title: '', columns: titlesOf(header), rows }
  return { table, warnings: [...damagedHeader(item.place, header), ...changed] }
}

/** The texts, seven a row (a group's name may span the rest); undefined where the shape or a note forbids it. */
function gridOf(rows: readonly SourceRow[]): string[][] | undefined {
  const grid: string[][] = []
  for (const row of rows) {
    const texts = row.cells.flatMap(cell => [cellText(cell), ...Array<string>(cell.colspan - 1).fill('')])
    if (texts.length !== columns || row.cells.some(cell => cell.rowspan > 1)) return undefined
    if (row.cells.some(cell => cellLines(cell).some(notesIn))) return undefined
    grid.push(texts)
  }
  return grid
}

const isNumberTitle = (text: string): boolean => /^(?:s?\.?tt|số tt|số thứ tự)\.?$/iu.test(text)
const isNameTitle = (text: string): boolean => /chỉ tiêu|mục tiêu|nội dung/iu.test(text)
const isUnitTitle = (text: string): boolean => /^(?:đơn vị|đvt|đv)/iu.test(text)
const isRemarkTitle = (text: string): boolean => /^(?:ghi chú|đánh giá|nhận xét|so sánh)/iu.test(text)

const isHeader = (row: readonly string[]): boolean =>
  isNumberTitle(row[0] ?? '') || isUnitTitle(row[2] ?? '') || isRemarkTitle(row[6] ?? '')

/** A whole header says it; with a damaged one the rows must: groups and numbered indicators with values. */
function looksRight(header: readonly string[], data: readonly string[][]): boolean {
  const named = isNumberTitle(header[0] ?? '') && isNameTitle(header[1] ?? '') && isUnitTitle(header[2] ?? '')
  const numbered = data.filter(row => /^\d+$/.test(row[0] ?? '')).length
  const groups = data.filter(row => /^[A-Z]+$/.test(row[0] ?? '')).length
  return data.length > 0 && (named || (numbered >= 3 && groups >= 1 && isRemarkTitle(header[6] ?? '')))
}

function readRows(data: readonly string[][]): IndicatorRow[] | undefined {
  const rows: IndicatorRow[] = []
  for (const texts of data) {
    const number = (texts[0] ?? '').replace(/[.)\-–/]+$/u, '').trim()
    const mark = readMark(`${number}. `)
    if (number === '') rows.push(rowOf('sub', 'roman', texts))
    else if (/^\d+$/.test(number)) rows.push(rowOf('indicator', 'roman', texts))
    else if (mark?.kind === 'capital') rows.push(rowOf('group', mark.roman ? 'roman' : 'letter', texts))
    else return undefined
  }
  return rows
}

function rowOf(
  kind: IndicatorRow['kind'],
  groupLevel: IndicatorRow['groupLevel'],
  texts: readonly string[],
): IndicatorRow {
  const cells = Object.fromEntries(rowCells.map((cell, index) => [cell, texts[index + 1] ?? '']))
  return { id: newRowId(), kind, groupLevel, direction: '', ...(cells as ColumnTitles) }
}

function changedNumbers(
  place: string,
  data: readonly string[][],
  rows: readonly IndicatorRow[],
): ImportWarning[] {
  const numbers = numberRows(rows)
  return rows.flatMap((row, index) => {
    const typed = data[index]?.[0] ?? ''
    const printed = numbers.get(row.id) ?? ''
    if (typed.replace(/[.)\-–/]+$/u, '').replace(/^0+(?=\d)/, '') === printed) return []
    const message = warnings.rowNumber(typed, printed)
    return [{ code: 'number-changed', place: places.row(place, index + 1), message }]
  })
}

function titlesOf(header: readonly string[] | undefined): ColumnTitles {
  const titles = rowCells.map((cell, index) => [cell, header?.[index + 1] || defaultColumns[cell]])
  return Object.fromEntries(titles) as ColumnTitles
}

function damagedHeader(place: string, header: readonly string[] | undefined): ImportWarning[] {
  if (header && rowCells.every((_, index) => header[index + 1])) return []
  return [{ code: 'header-damaged', place, message: warnings.headerDamaged }]
}
