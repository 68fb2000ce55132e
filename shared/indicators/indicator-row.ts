import type { RowId, TableId } from '../report/ids'

/** `group` = a line that only names a group (A, I, II); `indicator` = numbered 1, 2, 3; `sub` = below it, unnumbered. */
export const rowKinds = ['group', 'indicator', 'sub'] as const
export type RowKind = (typeof rowKinds)[number]

/** The cells a person types, in the order of the columns. */
export const rowCells = ['name', 'unit', 'base', 'target', 'result', 'remark'] as const
export type RowCell = (typeof rowCells)[number]

/** One row as stored: what was typed, nothing computed. Row numbers and status are computed. */
export interface IndicatorRow {
  readonly id: RowId
  readonly kind: RowKind
  /** Groups only: "A, B" (letter) or "I, II" (roman). */
  readonly groupLevel: 'letter' | 'roman'
  readonly name: string
  readonly unit: string
  readonly base: string
  readonly target: string
  readonly result: string
  readonly remark: string
  /** Which way is better: typed by a person, or empty where nobody has said. */
  readonly direction: 'up' | 'down' | ''
}

/** The titles of the seven columns as printed; TT is always the first. */
export type ColumnTitles = Readonly<Record<RowCell, string>>

export interface IndicatorTable {
  readonly id: TableId
  /** Printed above the table; may be empty. */
  readonly title: string
  readonly columns: ColumnTitles
  /** In printed order. */
  readonly rows: readonly IndicatorRow[]
}

export const defaultColumns: ColumnTitles = {
  name: 'Chỉ tiêu',
  unit: 'Đơn vị tính',
  base: 'Kết quả đầu kỳ',
  target: 'Mục tiêu',
  result: 'Kết quả thực hiện',
  remark: 'Ghi chú',
}
