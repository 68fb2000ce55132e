import type { IndicatorRow, IndicatorTable } from '../indicators/indicator-row'
import { numberNotes, noteRefsIn } from '../numbering/number-notes'
import { numberRows, type RowNumbers } from '../numbering/number-rows'
import type { Options } from '../options/options'
import { outlineOf, type OutlineItem } from '../outline/outline'
import { numberStyleOf } from '../print/number-style-of'
import type { NoteId, OptionsId, TableId } from '../report/ids'
import { blockIdOf, blocksOf } from '../report/nodes'
import type { Report } from '../report/report'

export interface SideSection extends OutlineItem {
  /** The outermost section that holds it; itself where nothing does. */
  readonly outermost: string
}

/** One of the two reports, with what is computed about it and found by id. */
export interface Side {
  readonly section: (id: string | null | undefined) => SideSection | undefined
  readonly noteNumber: (id: string) => string | null
  /** The block that shows a note first. */
  readonly blockOfNote: (id: string) => string | undefined
  readonly table: (id: string) => IndicatorTable | undefined
  readonly row: (table: string, id: string | null) => { row: IndicatorRow; number: string } | undefined
  readonly options: (id: string) => Options | undefined
}

export function sideOf(report: Report): Side {
  const sections = sectionsById(report)
  const notes = numberNotes(report.text)
  const shownIn = new Map<string, string>()
  for (const block of blocksOf(report.text))
    for (const note of noteRefsIn(block)) if (!shownIn.has(note)) shownIn.set(note, blockIdOf(block))
  const numbers = new Map<string, RowNumbers>()
  const numbersOf = (table: IndicatorTable): RowNumbers => {
    const known = numbers.get(table.id) ?? numberRows(table.rows)
    numbers.set(table.id, known)
    return known
  }
  return {
    section: id => sections.get(id ?? ''),
    noteNumber: id => notes.get(id as NoteId)?.toString() ?? null,
    blockOfNote: id => shownIn.get(id),
    table: id => report.indicators.get(id as TableId),
    row: (tableId, id) => {
      const table = report.indicators.get(tableId as TableId)
      const row = table?.rows.find(each => each.id === id)
      return table && row ? { row, number: numbersOf(table).get(row.id) ?? '' } : undefined
    },
    options: id => report.options.get(id as OptionsId),
  }
}

function sectionsById(report: Report): ReadonlyMap<string, SideSection> {
  const sections = new Map<string, SideSection>()
  const add = (item: OutlineItem, outermost: string): void => {
    sections.set(item.id, { ...item, outermost })
    for (const child of item.children) add(child, outermost)
  }
  for (const root of outlineOf(report.text, numberStyleOf(report.fields)).roots) add(root, root.id)
  return sections
}
