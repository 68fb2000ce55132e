import type { IndicatorRow } from '../indicators/indicator-row'
import type { RowId } from '../report/ids'
import { unreachable } from '../util/exhaustive'
import { letter, roman } from './numerals'

/** What stands in the column TT: A, I, 1 …; sub rows have none. */
export type RowNumbers = ReadonlyMap<RowId, string>

/** Roman groups start again under each lettered one; indicators run through the whole table. */
export function numberRows(rows: readonly IndicatorRow[]): RowNumbers {
  const numbers = new Map<RowId, string>()
  const counts = { letter: 0, roman: 0, indicator: 0 }
  for (const row of rows) {
    switch (row.kind) {
      case 'group':
        if (row.groupLevel === 'letter') {
          counts.roman = 0
          numbers.set(row.id, letter(++counts.letter))
        } else numbers.set(row.id, roman(++counts.roman))
        break
      case 'indicator':
        numbers.set(row.id, String(++counts.indicator))
        break
      case 'sub':
        break
      default:
        unreachable(row.kind)
    }
  }
  return numbers
}
