import { rowCells, type IndicatorTable } from '../indicators/indicator-row'
import { numberRows } from '../numbering/number-rows'
import { paperText } from './paper-text'
import type { PrintIndicatorTable } from './print-document'
import { fitWidths } from './column-widths'
import { words } from './words'

/** TT, name, unit, base, target, result, remark: as on 165 mm of text. */
const widths = [10, 55, 17, 19, 20, 20, 24]

/** The table as typed, with its computed row numbers. What a person typed as status is printed as it stands. */
export function printIndicators(table: IndicatorTable, textWidth: number): PrintIndicatorTable {
  const numbers = numberRows(table.rows)
  return {
    kind: 'indicator_table',
    title: paperText(table.title).trim(),
    columns: [words.rowNumber, ...rowCells.map(cell => paperText(table.columns[cell]))],
    widths: fitWidths(widths, textWidth),
    rows: table.rows.map(row => ({
      kind: row.kind,
      cells: [numbers.get(row.id) ?? '', ...rowCells.map(cell => paperText(row[cell]))],
    })),
  }
}
