import { numberNotes } from '../../../shared/numbering/number-notes'
import { numberRows } from '../../../shared/numbering/number-rows'
import { fieldNames } from '../../../shared/report/fields'
import type { BlockId, NoteId, OptionsId, RowId, TableId } from '../../../shared/report/ids'
import { rowCells } from '../../../shared/indicators/indicator-row'
import { noteRefSign, plainTextOf } from '../../../shared/report/text-blocks'
import type { TrayPlace } from '../../../shared/tray/entry'
import { unreachable } from '../../../shared/util/exhaustive'
import { findBlock } from '../../editor/queries/find-block'
import type { ReportSession } from '../../state/report-session'
import { vi } from '../../wording/vi'

/** What of an open report tells where words stand and what stands there now. */
export type Readable = Pick<ReportSession, 'text' | 'note' | 'indicators' | 'options' | 'fields'>

/** What stands at a place now; null where the place is gone. */
export function presentWords(session: Readable, place: TrayPlace): string | null {
  switch (place.kind) {
    case 'block': {
      const block = place.id ? findBlock(session.text(), place.id as BlockId)?.node : undefined
      return block?.isTextblock ? plainTextOf(block).replaceAll(noteRefSign, '') : null
    }
    case 'note':
      return linesOf(session.note(place.id as NoteId))
    case 'cell':
      return cellWords(session, place)
    case 'wording': {
      const options = session.options().get(place.options as OptionsId)
      if (place.wording === null) return options?.name ?? null
      return linesOf(options?.wordings.find(({ id }) => id === place.wording)?.body)
    }
    case 'field':
      return session.fields()[fieldNames.find(name => name === place.id) ?? 'title']
    default:
      return unreachable(place)
  }
}

type Body = ReturnType<Readable['note']>

const linesOf = (body: Body): string | null =>
  body ? body.content.content.map(paragraph => plainTextOf(paragraph)).join('\n') : null

type CellPlace = Extract<TrayPlace, { kind: 'cell' }>

function cellWords(session: Readable, { table, row, cell }: CellPlace): string | null {
  const found = session.indicators().get(table as TableId)
  if (!found) return null
  const column = columnOf(cell)
  if (row === null) return column ? found.columns[column] : found.title
  const words = found.rows.find(({ id }) => id === row)
  return words && column ? words[column] : null
}

const columnOf = (cell: string) => rowCells.find(each => each === cell.replace('column:', ''))

/** Where in its section: "Chú thích 3", "Chỉ tiêu 2: Hộ nghèo, cột Ghi chú"; empty for a block. */
export function placeWords(session: Readable, place: TrayPlace): string {
  switch (place.kind) {
    case 'block':
      return ''
    case 'note':
      return vi.tray.note(numberNotes(session.text()).get(place.id as NoteId))
    case 'cell':
      return cellPlace(session, place)
    case 'wording':
      return vi.tray.wording(session.options().get(place.options as OptionsId)?.name ?? '')
    case 'field':
      return vi.fields.names[fieldNames.find(name => name === place.id) ?? 'title']
    default:
      return unreachable(place)
  }
}

function cellPlace(session: Readable, { table, row, cell }: CellPlace): string {
  const found = session.indicators().get(table as TableId)
  const column = columnOf(cell)
  if (row === null || !column) return vi.tray.table
  const title = found?.columns[column] || vi.tray.table
  const index = found?.rows.findIndex(({ id }) => id === row) ?? -1
  const words = found?.rows[index]
  if (!found || !words) return vi.tray.cell(vi.tray.row, title)
  const number = numberRows(found.rows).get(row as RowId) ?? ''
  return vi.tray.cell(vi.review.row(words.kind, number, index + 1, words.name.trim()), title)
}
