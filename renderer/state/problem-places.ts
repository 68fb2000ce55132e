import { rowCells, type IndicatorTable } from '../../shared/indicators/indicator-row'
import { numberNotes } from '../../shared/numbering/number-notes'
import { numberRows } from '../../shared/numbering/number-rows'
import type { OutlineItem } from '../../shared/outline/outline'
import type { Problem, ProblemPlace } from '../../shared/problems/problem'
import { fieldNames } from '../../shared/report/fields'
import type { NoteId } from '../../shared/report/ids'
import { vi } from '../wording/vi'
import type { ReportSession } from './report-session'

type CellPlace = Extract<ProblemPlace, { kind: 'cell' }>

/** Where a person finds a problem: the section it stands in, and there the row, note or choice by its name. */
export function placeInWords(
  { place }: Problem,
  session: ReportSession,
  section: OutlineItem | undefined,
): string {
  if (place.kind === 'field') return fieldName(place.name)
  const path = section ? vi.review.section(section.path, section.title) : ''
  const within = insideSection(place, session)
  return [path, within].filter(Boolean).join(' · ') || vi.status.noSection
}

function insideSection(place: ProblemPlace, session: ReportSession): string {
  switch (place.kind) {
    case 'note':
      return noteName(session, place.id)
    case 'cell':
      return cellName(place, session.indicators().get(place.tableId))
    case 'table':
      return tableName(session.indicators().get(place.id))
    case 'options':
      return session.options().get(place.id)?.name ?? ''
    default:
      return ''
  }
}

const fieldName = (name: string): string => vi.fields.names[fieldNames.find(each => each === name) ?? 'title']

function noteName(session: ReportSession, id: NoteId): string {
  const number = numberNotes(session.text()).get(id)
  return number ? vi.notes.number(number) : vi.notes.orphan
}

/** "Chỉ tiêu 3: Tỷ lệ hộ nghèo, cột Ghi chú"; a row without TT is named by its place. */
function cellName({ rowId, cell }: CellPlace, table: IndicatorTable | undefined): string {
  const index = table?.rows.findIndex(({ id }) => id === rowId) ?? -1
  const row = table?.rows[index]
  if (!table || !row) return ''
  const name = vi.review.row(row.kind, numberRows(table.rows).get(rowId) ?? '', index + 1, row.name.trim())
  return `${name}, ${vi.review.column(table.columns[cell] || table.columns[rowCells[0]])}`
}

const tableName = (table: IndicatorTable | undefined): string =>
  table?.title.trim() || table?.rows.find(({ name }) => name.trim() !== '')?.name || vi.grid.table
