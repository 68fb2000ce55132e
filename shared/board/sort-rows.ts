import { sectionStateKinds, type SectionState } from '../approvals/section-states'
import { unreachable } from '../util/exhaustive'
import type { BoardRow } from './board-rows'

export const boardColumns = ['section', 'state', 'assignees', 'due', 'open', 'approved', 'changed'] as const
export type BoardColumn = (typeof boardColumns)[number]

export interface BoardOrder {
  readonly by: BoardColumn
  readonly falls: boolean
}

export interface BoardFilter {
  readonly state: SectionState | 'late' | null
  /** Sections that this member writes, or is to approve next. */
  readonly person: string | null
}

/** What passes the filter, in the order wanted; where two rows are equal, as in the report. */
export function shownRows(
  rows: readonly BoardRow[],
  { state, person }: BoardFilter,
  { by, falls, nameOf }: BoardOrder & { readonly nameOf: (member: string) => string },
): readonly BoardRow[] {
  const passing = rows.filter(
    row =>
      (state === null || (state === 'late' ? row.isLate : row.state === state)) &&
      (person === null || row.assignees.includes(person) || row.next === person),
  )
  const order = new Map(rows.map((row, index) => [row, index]))
  const place = (a: BoardRow, b: BoardRow): number => (order.get(a) ?? 0) - (order.get(b) ?? 0)
  const keys = new Map(passing.map(row => [row, by === 'section' ? order.get(row) : keyOf(row, by, nameOf)]))
  const sign = falls ? -1 : 1
  return passing.sort((a, b) => compareKeys(keys.get(a), keys.get(b), sign) || place(a, b))
}

type Key = string | number | undefined

/** What has no key comes last, whichever way the rest goes. */
function compareKeys(a: Key, b: Key, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
  return sign * String(a).localeCompare(String(b), 'vi')
}

function keyOf(row: BoardRow, by: Exclude<BoardColumn, 'section'>, nameOf: (member: string) => string): Key {
  switch (by) {
    case 'state':
      return sectionStateKinds.indexOf(row.state)
    case 'assignees':
      return row.assignees.map(nameOf).join(', ') || undefined
    case 'due':
      return row.due ?? undefined
    case 'open':
      return row.open.threads + row.open.proposals
    case 'approved':
      return row.approved.given / row.approved.of
    case 'changed':
      return row.changed.at(-1)?.at
    default:
      return unreachable(by)
  }
}
