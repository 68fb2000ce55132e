import type { PlainTable } from '../../../shared/ipc/paper'
import type { BoardRow } from '../../../shared/board/board-rows'
import { boardColumns, type BoardColumn } from '../../../shared/board/sort-rows'
import { vi } from '../../wording/vi'

const words = vi.approvals

/** The name of a member, by id. */
export type NameOf = (member: string) => string

/** What the board says of a section in one column, in words; the same on the screen, on paper and in a table. */
export function cellWords(row: BoardRow, column: BoardColumn, nameOf: NameOf): string {
  switch (column) {
    case 'section':
      return `${row.number} ${row.title || vi.outline.untitled}`.trim()
    case 'state':
      return row.isLocked ? `${words.states[row.state]}, ${words.locked}` : words.states[row.state]
    case 'assignees':
      return row.assignees.map(nameOf).join(', ') || words.nobody
    case 'due':
      return row.due === null ? '' : row.isLate ? `${day(row.due)}, ${words.late}` : day(row.due)
    case 'open':
      return words.open(row.open.threads, row.open.proposals)
    case 'approved':
      return approvedWords(row, nameOf)
    case 'changed':
      return [...new Set(row.changed.map(({ member }) => nameOf(member)))].join(', ')
  }
}

function approvedWords({ approved, next, state }: BoardRow, nameOf: NameOf): string {
  const count = words.approvedOf(approved.given, approved.of)
  const isAsked = state === 'for-approval' || state === 'outdated'
  return next !== null && isAsked ? `${count}, ${words.nextIs(nameOf(next))}` : count
}

/** "2026-03-31" as "31/03/2026". */
const day = (iso: string): string => iso.split('-').reverse().join('/')

const widths: Readonly<Record<BoardColumn, number>> = {
  section: 32,
  state: 13,
  assignees: 14,
  due: 11,
  open: 11,
  approved: 11,
  changed: 8,
}

export const boardTable = (
  rows: readonly BoardRow[],
  { nameOf, lines }: { readonly nameOf: NameOf; readonly lines: readonly string[] },
): PlainTable => ({
  title: words.board.title,
  lines: [...lines],
  columns: boardColumns.map(column => ({ label: words.board.columns[column], width: widths[column] })),
  rows: rows.map(row =>
    boardColumns.map(column => {
      const text = cellWords(row, column, nameOf)
      return column === 'section' ? '\u2003'.repeat(row.depth) + text : text
    }),
  ),
})
