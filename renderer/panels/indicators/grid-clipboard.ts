import {
  rowCells,
  type IndicatorRow,
  type RowCell,
  type RowKind,
} from '../../../shared/indicators/indicator-row'
import { cleanText } from '../../../shared/util/text'
import type { Area, Spot } from './spot'

/** Cells as spreadsheets put them on the clipboard: tabs between, one row a line, quotes around lines and tabs. */
export function parseCells(clipboard: string): string[][] {
  const text = cleanText(clipboard).replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: string[][] = [[]]
  let rest = text
  for (;;) {
    const { value, used } = readCell(rest)
    rows.at(-1)?.push(value)
    const end = rest[used]
    rest = rest.slice(used + 1)
    if (end === undefined) return rows
    if (end === '\n') rows.push([])
  }
}

function readCell(rest: string): { value: string; used: number } {
  const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest)
  if (quoted) return { value: (quoted[1] ?? '').replaceAll('""', '"').trim(), used: quoted[0].length }
  const plain = /^[^\t\n]*/.exec(rest)?.[0] ?? ''
  return { value: plain.trim(), used: plain.length }
}

export const formatCells = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => row.map(quote).join('\t')).join('\n')

const quote = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const cellsIn = (rows: readonly IndicatorRow[], area: Area): string[][] =>
  rows
    .slice(area.top, area.bottom + 1)
    .map(row => rowCells.slice(area.left, area.right + 1).map(cell => row[cell]))

/** What one pasted line writes: cells of a row, and its kind where the line says what it is. */
export interface PastedRow {
  readonly cells: Partial<Record<RowCell, string>>
  readonly kind?: RowKind
  readonly groupLevel?: 'letter' | 'roman'
}

/** Lines for the rows from `spot` down; a single value fills the whole area. Lines past the last row are new rows. */
export function pastedRows(cells: readonly (readonly string[])[], spot: Spot, area: Area): PastedRow[] {
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
  if (only !== undefined) return filled(only, area)
  if (spot.column === 0 && hasNumbers(cells)) return cells.map(numberedRow)
  return cells.map(line => ({ cells: named(line, spot.column) }))
}

function filled(value: string, area: Area): PastedRow[] {
  const width = area.right - area.left + 1
  const line = named(Array<string>(width).fill(value), area.left)
  return Array.from({ length: area.bottom - area.top + 1 }, () => ({ cells: line }))
}

const named = (line: readonly string[], from: number): Partial<Record<RowCell, string>> =>
  Object.fromEntries(
    line.flatMap((value, index) => {
      const cell = rowCells[from + index]
      return cell ? [[cell, value]] : []
    }),
  )

/** A copied table whose first column is TT: nothing but numbers, letters and empty cells stand there. */
const hasNumbers = (cells: readonly (readonly string[])[]): boolean =>
  cells.every(line => line.length > 1 && /^(\d{1,3}|[A-Z]|[IVX]+|[-+*])?[.)-]?$/.test(line[0] ?? '')) &&
  cells.some(line => line[0] !== '')

function numberedRow(line: readonly string[]): PastedRow {
  const mark = (line[0] ?? '').replace(/[.)-]$/, '')
  const cells = named(line.slice(1), 0)
  if (/^\d+$/.test(mark)) return { cells, kind: 'indicator' }
  if (/^[IVX]+$/.test(mark)) return { cells, kind: 'group', groupLevel: 'roman' }
  if (/^[A-Z]$/.test(mark)) return { cells, kind: 'group', groupLevel: 'letter' }
  return { cells, kind: 'sub' }
}
