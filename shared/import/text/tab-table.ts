import type { SourceCell, SourceTable } from '../source'
import { textInline } from './note-list'

/** A table in extracted text: one cell a line, each behind a tab, a blank line after every row. */
export interface TabTable {
  readonly table: SourceTable
  /** The first line after it. */
  readonly to: number
}

const cellLine = /^\s?\t(.*)$/u
const fewestRows = 2
const fewestColumns = 2
const mostColumns = 60

export function readTabTable(lines: readonly string[], from: number): TabTable | undefined {
  const rows: string[][] = [[]]
  let to = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const cell = cellLine.exec(line)
    if (cell) {
      rows.at(-1)?.push((cell[1] ?? '').trim())
      if (cannotBeTable(rows)) return undefined
      to = at + 1
    } else if (line.trim() !== '') break
    else if (rows.at(-1)?.length !== 0) rows.push([])
  }
  return tableOf(rows, to)
}

/** Seen early, so that a file of nothing but tabs is not read to its end from every line. */
const cannotBeTable = (rows: readonly string[][]): boolean =>
  (rows.at(-1)?.length ?? 0) > mostColumns ||
  (rows.length > 3 && rows.slice(0, 3).every(row => row.length < fewestColumns))

/** The more usual form: one row a line, tabs between its cells. */
export function readTabRows(lines: readonly string[], from: number): TabTable | undefined {
  const rows: string[][] = []
  let at = from
  for (; at < lines.length; at++) {
    const cells = (lines[at] ?? '').split('\t').map(cell => cell.trim())
    if (cells.length < fewestColumns || (rows[0] && cells.length !== rows[0].length)) break
    rows.push(cells)
  }
  return tableOf(rows, at)
}

function tableOf(rows: readonly string[][], to: number): TabTable | undefined {
  const filled = rows.filter(row => row.length > 0)
  const width = Math.max(0, ...filled.map(row => row.length))
  if (filled.length < fewestRows || width < fewestColumns) return undefined
  const table: SourceTable = {
    kind: 'table',
    borders: true,
    widths: [],
    rows: filled.map((row, index) => ({
      header: false,
      cells: widened(row, width, index === 0).map(cellOf),
    })),
  }
  return { table, to }
}

/** What a damaged header has left are its last titles: extraction drops merged cells from the front. */
function widened(row: readonly string[], width: number, isHeader: boolean): string[] {
  const missing = Array<string>(width - row.length).fill('')
  return isHeader ? [...missing, ...row] : [...row, ...missing]
}

const cellOf = (text: string): SourceCell => ({
  colspan: 1,
  rowspan: 1,
  blocks: [{ kind: 'paragraph', inlines: [textInline(text)] }],
})
