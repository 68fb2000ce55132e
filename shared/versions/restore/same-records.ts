import { rowCells, type IndicatorRow, type IndicatorTable } from '../../indicators/indicator-row'
import type { Options } from '../../options/options'

export const sameRow = (a: IndicatorRow, b: IndicatorRow): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.groupLevel === b.groupLevel &&
  a.direction === b.direction &&
  rowCells.every(cell => a[cell] === b[cell])

export const sameTable = (a: IndicatorTable, b: IndicatorTable): boolean =>
  a.title === b.title &&
  rowCells.every(cell => a.columns[cell] === b.columns[cell]) &&
  a.rows.length === b.rows.length &&
  a.rows.every((row, at) => sameRow(row, b.rows[at] ?? row))

export const sameOptions = (a: Options, b: Options): boolean =>
  a.name === b.name &&
  a.chosen === b.chosen &&
  a.wordings.length === b.wordings.length &&
  a.wordings.every((wording, at) => wording.id === b.wordings[at]?.id && wording.body.eq(b.wordings[at].body))
