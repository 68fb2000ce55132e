import type { Difference, DifferencePlace } from '../../../shared/compare/difference'
import type { IndicatorTable } from '../../../shared/indicators/indicator-row'
import { numberRows } from '../../../shared/numbering/number-rows'
import type { OutlineItem } from '../../../shared/outline/outline'
import { outlineOf } from '../../../shared/outline/outline'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { NoteId } from '../../../shared/report/ids'
import type { ComparedText } from '../../state/compare-side'
import type { ComparedTexts } from '../../state/compare-texts'
import { vi } from '../../wording/vi'

type Sides = Pick<ComparedTexts, 'was' | 'now'>

export interface NamedSection {
  readonly id: string
  readonly name: string
}

/** The sections of both texts by name: today's in their order, then those that are gone. */
export function namedSections({ was, now }: Sides): readonly NamedSection[] {
  const fresh = sectionsIn(now)
  const known = new Set<string>(fresh.map(({ id }) => id))
  return [...fresh, ...sectionsIn(was).filter(({ id }) => !known.has(id))].map(({ id, path, title }) => ({
    id,
    name: vi.review.section(path, title),
  }))
}

const sectionsIn = ({ report: { text, fields } }: ComparedText): readonly OutlineItem[] =>
  outlineOf(text, numberStyleOf(fields)).items

/** Where within its section something stands; empty for a paragraph, whose words say it. */
export function placeWithin({ place, wasId }: Difference, { was, now }: Sides): string {
  switch (place.kind) {
    case 'note': {
      const number = now.notes.get(place.id) ?? was.notes.get((wasId ?? place.id) as NoteId)
      return number === undefined ? vi.since.note : vi.compare.note(number)
    }
    case 'cell':
      return cellInWords(place, [now, was])
    case 'field':
      return vi.fields.names[place.name]
    case 'options':
      return (now.report.options.get(place.id) ?? was.report.options.get(place.id))?.name ?? ''
    default:
      return ''
  }
}

type CellPlace = Extract<DifferencePlace, { kind: 'cell' }>

/** By the text of today; of a row that is gone, by the other. */
function cellInWords(place: CellPlace, texts: readonly ComparedText[]): string {
  const tables = texts.flatMap(({ report }) => report.indicators.get(place.table) ?? [])
  const table = tables.find(({ rows }) => rows.some(({ id }) => id === place.row)) ?? tables[0]
  return table ? [rowInWords(place, table), columnInWords(place, table)].filter(Boolean).join(', ') : ''
}

function rowInWords({ row }: CellPlace, { rows, title }: IndicatorTable): string {
  const index = rows.findIndex(({ id }) => id === row)
  const found = rows[index]
  if (!found) return title
  return vi.review.row(found.kind, numberRows(rows).get(found.id) ?? '', index + 1, found.name.trim())
}

function columnInWords({ column }: CellPlace, { columns }: IndicatorTable): string {
  const isTyped = column !== null && column !== 'direction' && column !== 'kind' && column !== 'title'
  return isTyped ? vi.review.column(columns[column]) : ''
}
