import { rowCells } from '../indicators/indicator-row'
import type { BlockId } from '../report/ids'
import type { Report } from '../report/report'
import type { AnchorIndex } from '../review/anchor-index'
import { noteText } from '../review/propose-records'
import type { Leftover } from './leftover'

/** Edits in notes and rows that today's report has no more: there is nothing to propose them against. */
export function lostRecords(sent: Report, back: Report, today: AnchorIndex): readonly Leftover[] {
  return [...lostNotes(sent, back, today), ...lostCells(sent, back, today)]
}

const lostNotes = (sent: Report, back: Report, today: AnchorIndex): Leftover[] =>
  [...sent.notes].flatMap(([id, body]): Leftover[] => {
    const fresh = back.notes.get(id)
    if (!fresh || fresh.eq(body) || today.note(id) !== null) return []
    return [{ kind: 'note-gone', near: null, before: noteText(body), after: noteText(fresh) }]
  })

const lostCells = (sent: Report, back: Report, today: AnchorIndex): Leftover[] =>
  [...sent.indicators.values()].flatMap(table => {
    const near = table.id as string as BlockId
    const isShown = today.block(near) !== null
    const now = new Set(today.report.indicators.get(table.id)?.rows.map(({ id }) => id))
    const fresh = new Map(back.indicators.get(table.id)?.rows.map(row => [row.id, row]))
    return table.rows.flatMap(row => {
      const other = isShown && now.has(row.id) ? undefined : fresh.get(row.id)
      if (!other) return []
      return rowCells.flatMap((cell): Leftover[] =>
        row[cell] === other[cell]
          ? []
          : [{ kind: 'row-gone', near, before: `${row.name}: ${row[cell]}`, after: other[cell] }],
      )
    })
  })
