import type { IndicatorRow } from './indicator-row'

/**
 * How many rows move together with the row at `index`, itself included: a group with all below it up to the next
 * group of its level or above, an indicator with its sub rows, a sub row alone.
 */
export function rowsTogether(rows: readonly IndicatorRow[], index: number): number {
  const first = rows[index]
  if (!first) return 0
  let end = index + 1
  while (end < rows.length && rankOf(rows[end]) > rankOf(first)) end++
  return end - index
}

function rankOf(row: IndicatorRow | undefined): number {
  if (row?.kind === 'group') return row.groupLevel === 'letter' ? 0 : 1
  return row?.kind === 'indicator' ? 2 : 3
}
