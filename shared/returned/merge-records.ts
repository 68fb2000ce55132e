import { Fragment, type Node } from 'prosemirror-model'
import { rowCells, type IndicatorTable } from '../indicators/indicator-row'
import type { NoteId } from '../report/ids'
import type { Report } from '../report/report'
import { mergeInline } from './merge-inline'
import type { Overlaps } from './overlaps'

export interface MergedRecords {
  readonly changed: Pick<Report, 'notes' | 'indicators'>
  readonly already: number
}

/** Notes and indicators of today with what was edited in the copy. */
export function mergeRecords(sent: Report, back: Report, today: Report, overlaps: Overlaps): MergedRecords {
  let already = 0
  const notes = new Map(today.notes)
  for (const [id, body] of today.notes) {
    const [was, now] = [sent.notes.get(id), back.notes.get(id)]
    if (!was || !now || was.eq(now)) continue
    const merged = mergeNote(id, { sent: was, back: now, today: body }, overlaps)
    notes.set(id, merged.body)
    already += merged.already
  }
  const indicators = new Map(today.indicators)
  for (const [id, table] of today.indicators) {
    const merged = mergeTable(
      { sent: sent.indicators.get(id), back: back.indicators.get(id), today: table },
      overlaps,
    )
    indicators.set(id, merged.table)
    already += merged.already
  }
  return { changed: { notes, indicators }, already }
}

interface ThreeBodies {
  readonly sent: Node
  readonly back: Node
  readonly today: Node
}

function mergeNote(
  id: NoteId,
  { sent, back, today }: ThreeBodies,
  overlaps: Overlaps,
): { body: Node; already: number } {
  const isSameCount = [back, today].every(({ childCount }) => childCount === sent.childCount)
  if (!isSameCount) {
    if (back.eq(today)) return { body: today, already: 1 }
    if (!sent.eq(today)) overlaps.note(id)
    return { body: back, already: 0 }
  }
  let already = 0
  const paragraphs = sent.children.map((paragraph, at) => {
    const own = today.child(at)
    const merged = mergeInline(paragraph, back.child(at), own)
    already += merged.already
    if (merged.both.length > 0) overlaps.note(id)
    return own.copy(merged.content)
  })
  return { body: today.copy(Fragment.fromArray(paragraphs)), already }
}

interface ThreeTables {
  readonly sent: IndicatorTable | undefined
  readonly back: IndicatorTable | undefined
  readonly today: IndicatorTable
}

function mergeTable(
  { sent, back, today }: ThreeTables,
  overlaps: Overlaps,
): { table: IndicatorTable; already: number } {
  let already = 0
  const [was, now] = [sent, back].map(table => new Map(table?.rows.map(row => [row.id, row])))
  const rows = today.rows.map(row => {
    const [old, fresh] = [was?.get(row.id), now?.get(row.id)]
    if (!old || !fresh) return row
    const changed = rowCells.filter(cell => old[cell] !== fresh[cell])
    const wanted = changed.filter(cell => row[cell] !== fresh[cell])
    already += changed.length - wanted.length
    for (const cell of wanted) if (row[cell] !== old[cell]) overlaps.cell(today.id, row.id, cell)
    return { ...row, ...Object.fromEntries(wanted.map(cell => [cell, fresh[cell]])) }
  })
  return { table: { ...today, rows }, already }
}
