import { Map as YMap, type Doc } from 'yjs'
import { rowCells, type IndicatorRow, type IndicatorTable } from '../../../../shared/indicators/indicator-row'
import type { Options } from '../../../../shared/options/options'
import { readFragment } from '../../../../shared/sync/read-report'
import {
  bodyOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  wordingsOf,
} from '../../../../shared/sync/report-doc'
import { toFragment, toIndicators, toOptions, toRow } from '../../../../shared/sync/write-report'
import type { Report } from '../../../../shared/report/report'
import { noteSchema } from '../../../../shared/report/schema'
import { writeFragment } from '../../sync/binding'
import { putInOrder } from './put-in-order'

/* Makes stored records say what others say, touching only what differs. Inside a transaction of the caller's. */

type Records = Pick<Report, 'notes' | 'indicators' | 'options'>

/** Those that are not stored yet; before the text that shows them. */
export function addRecords(body: Doc, before: Records, after: Records): void {
  for (const [id, note] of after.notes) if (!before.notes.has(id)) notesOf(body).set(id, toFragment(note))
  for (const [id, table] of after.indicators)
    if (!before.indicators.has(id)) indicatorsOf(body).set(id, toIndicators(table))
  for (const [id, options] of after.options)
    if (!before.options.has(id)) optionsOf(body).set(id, toOptions(options))
}

/** Those that say something else. */
export function changeRecords(body: Doc, before: Records, after: Records): void {
  for (const [id, note] of changedIn(before.notes, after.notes)) {
    const fragment = notesOf(body).get(id)
    if (fragment) writeFragment(fragment, note)
  }
  for (const [, table] of changedIn(before.indicators, after.indicators)) rewriteTable(body, table)
  for (const [, options] of changedIn(before.options, after.options)) rewriteOptions(body, options)
}

/** Those that nothing shows any more; behind the text. */
export function removeRecords(body: Doc, before: Records, after: Records): void {
  for (const id of before.notes.keys()) if (!after.notes.has(id)) notesOf(body).delete(id)
  for (const id of before.indicators.keys()) if (!after.indicators.has(id)) indicatorsOf(body).delete(id)
  for (const id of before.options.keys()) if (!after.options.has(id)) optionsOf(body).delete(id)
}

/** The ids of all records that differ. */
export const differingRecords = (before: Records, after: Records): readonly string[] =>
  (['notes', 'indicators', 'options'] as const).flatMap(kind =>
    differing<string, unknown>(before[kind], after[kind]),
  )

function differing<Id extends string, Value>(
  before: ReadonlyMap<Id, Value>,
  after: ReadonlyMap<Id, Value>,
): Id[] {
  const ids = new Set([...before.keys(), ...after.keys()])
  return [...ids].filter(id => before.get(id) !== after.get(id))
}

const changedIn = <Id, Value>(before: ReadonlyMap<Id, Value>, after: ReadonlyMap<Id, Value>): [Id, Value][] =>
  [...after].filter(([id, value]) => before.has(id) && before.get(id) !== value)

function rewriteTable(body: Doc, table: IndicatorTable): void {
  const record = indicatorsOf(body).get(table.id)
  if (!record) return
  setWords(record, 'title', table.title)
  for (const cell of rowCells) setWords(record, `column:${cell}`, table.columns[cell])
  const rows = new Map<string, IndicatorRow>(table.rows.map(row => [row.id, row]))
  putInOrder(rowsOf(record), [...rows.keys()], (id, order) => toRow(rows.get(id) as IndicatorRow, order))
  for (const row of table.rows) {
    const shared = rowsOf(record).get(row.id)
    if (!shared) continue
    setWords(shared, 'kind', row.kind)
    if (row.kind === 'group') setWords(shared, 'groupLevel', row.groupLevel)
    setWords(shared, 'direction', row.direction)
    for (const cell of rowCells) setWords(shared, cell, row[cell])
  }
}

function rewriteOptions(body: Doc, options: Options): void {
  const record = optionsOf(body).get(options.id)
  if (!record) return
  setWords(record, 'name', options.name)
  const wordings = new Map<string, Options['wordings'][number]>(options.wordings.map(each => [each.id, each]))
  putInOrder(wordingsOf(record) as YMap<YMap<unknown>>, [...wordings.keys()], (id, order) => {
    const shared = new YMap<unknown>()
    shared.set('order', order)
    shared.set('body', toFragment((wordings.get(id) as Options['wordings'][number]).body))
    return shared
  })
  for (const { id, body: words } of options.wordings) {
    const shared = wordingsOf(record).get(id)
    if (shared && !readFragment(bodyOf(shared), noteSchema).eq(words)) writeFragment(bodyOf(shared), words)
  }
  setWords(record, 'chosen', options.chosen)
}

interface Settable {
  get(name: string): unknown
  set(name: string, value: string): unknown
}

function setWords(record: Settable, name: string, words: string): void {
  if ((record.get(name) ?? '') !== words) record.set(name, words)
}
