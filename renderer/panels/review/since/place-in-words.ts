import type { DifferencePlace } from '../../../../shared/compare/difference'
import { numberNotes } from '../../../../shared/numbering/number-notes'
import { numberRows } from '../../../../shared/numbering/number-rows'
import type { ReportSession } from '../../../state/report-session'
import { vi } from '../../../wording/vi'

/** Where in its section something stands; empty for a paragraph, whose words say it. */
export function placeInSection(place: DifferencePlace, session: ReportSession): string {
  switch (place.kind) {
    case 'note': {
      const number = numberNotes(session.text()).get(place.id)
      return number ? vi.notes.number(number) : vi.since.note
    }
    case 'cell':
      return cellInWords(place, session)
    case 'field':
      return vi.fields.names[place.name]
    case 'options':
      return session.options().get(place.id)?.name ?? ''
    default:
      return ''
  }
}

type CellPlace = Extract<DifferencePlace, { kind: 'cell' }>

function cellInWords({ table, row, column }: CellPlace, session: ReportSession): string {
  const found = session.indicators().get(table)
  const index = found?.rows.findIndex(({ id }) => id === row) ?? -1
  const known = found?.rows[index]
  const isTyped = column !== null && column !== 'direction' && column !== 'kind' && column !== 'title'
  const title = isTyped && found ? vi.review.column(found.columns[column]) : ''
  if (!found || !known) return title || found?.title || ''
  const name = vi.review.row(
    known.kind,
    numberRows(found.rows).get(known.id) ?? '',
    index + 1,
    known.name.trim(),
  )
  return [name, title].filter(Boolean).join(', ')
}
