import type { Node } from 'prosemirror-model'
import type { Doc } from 'yjs'
import type { IndicatorTable } from '../../../shared/indicators/indicator-row'
import type { Options } from '../../../shared/options/options'
import type { Fields } from '../../../shared/report/fields'
import type { NoteId, OptionsId, TableId } from '../../../shared/report/ids'
import { noteSchema } from '../../../shared/report/schema'
import { readFields, readFragment, readIndicators, readOptions } from '../../../shared/sync/read-report'
import { fieldsOf, indicatorsOf, notesOf, optionsOf } from '../../../shared/sync/report-doc'
import { watchRecords } from './watch-records'

/** Everything of a report but its text, read again only where it changed. */
export interface Records {
  readonly fields: () => Fields
  readonly notes: () => ReadonlyMap<NoteId, Node>
  readonly indicators: () => ReadonlyMap<TableId, IndicatorTable>
  readonly options: () => ReadonlyMap<OptionsId, Options>
  readonly stop: () => void
}

export function watchAllRecords(body: Doc, onChange: () => void): Records {
  const notes = watchRecords(notesOf(body), fragment => readFragment(fragment, noteSchema), onChange)
  const indicators = watchRecords(
    indicatorsOf(body),
    (table, id: TableId) => readIndicators(table, id),
    onChange,
  )
  const options = watchRecords(optionsOf(body), (record, id: OptionsId) => readOptions(record, id), onChange)
  let fields: Fields | null = null
  const forget = (): void => {
    fields = null
    onChange()
  }
  fieldsOf(body).observe(forget)
  return {
    fields: () => (fields ??= readFields(body)),
    notes: () => notes.read() as ReadonlyMap<NoteId, Node>,
    indicators: indicators.read,
    options: options.read,
    stop() {
      notes.stop()
      indicators.stop()
      options.stop()
      fieldsOf(body).unobserve(forget)
    },
  }
}
