import { Mark, type Node, type Schema } from 'prosemirror-model'
import { XmlElement, XmlText, type Doc, type Map as YMap, type XmlFragment } from 'yjs'
import {
  defaultColumns,
  rowCells,
  type ColumnTitles,
  type IndicatorRow,
  type IndicatorTable,
  type RowKind,
} from '../indicators/indicator-row'
import type { Options, Wording } from '../options/options'
import { emptyFields, type Fields } from '../report/fields'
import type { NoteId, OptionsId, RowId, TableId, WordingId } from '../report/ids'
import type { Report } from '../report/report'
import { noteSchema, schema } from '../report/schema'
import {
  bodyOf,
  fieldsOf,
  indicatorsOf,
  notesOf,
  optionsOf,
  rowsOf,
  textOf,
  wordingsOf,
  type Record,
} from './report-doc'

type Json = { [name: string]: unknown }

/**
 * The report as it stands in the shared document. Changes nothing, unlike the editor binding, which
 * deletes what does not fit. Throws a RangeError if the text does not fit the schema.
 */
export function readReport(body: Doc): Report {
  return {
    fields: readFields(body),
    text: readFragment(textOf(body), schema),
    notes: readNotes(body),
    indicators: mapValues(indicatorsOf(body), (table, id) => readIndicators(table, id as TableId)),
    options: mapValues(optionsOf(body), (options, id) => readOptions(options, id as OptionsId)),
  }
}

export const readFields = (body: Doc): Fields => ({ ...emptyFields, ...fieldsOf(body).toJSON() })

const readNotes = (body: Doc): ReadonlyMap<NoteId, Node> =>
  mapValues(notesOf(body), fragment => readFragment(fragment, noteSchema))

export function readIndicators(table: Record, id: TableId): IndicatorTable {
  const rows = inOrder(rowsOf(table)).map(([rowId, row]) => readRow(row, rowId as RowId))
  return { id, title: text(table.get('title')), columns: readColumns(table), rows }
}

export function readOptions(options: Record, id: OptionsId): Options {
  const wordings = inOrder(wordingsOf(options)).map(([wordingId, wording]): Wording => ({
    id: wordingId as WordingId,
    body: readFragment(bodyOf(wording), noteSchema),
  }))
  return {
    id,
    name: text(options.get('name')),
    wordings,
    chosen: text(options.get('chosen')) as WordingId | '',
  }
}

/** A fragment as a document of the given schema. Throws a RangeError where it does not fit. */
export function readFragment(fragment: XmlFragment, as: Schema): Node {
  const node = as.nodeFromJSON({ type: as.topNodeType.name, content: contentOf(fragment, as) })
  node.check()
  return node
}

/** Records by their `order` key; the id decides between equal keys, so every reader agrees. */
export function inOrder<T>(records: YMap<YMap<T>>): [string, YMap<T>][] {
  return [...records.entries()].sort(
    ([idA, a], [idB, b]) => compare(orderOf(a as Record), orderOf(b as Record)) || compare(idA, idB),
  )
}

export const orderOf = (record: Record): string => text(record.get('order'))

function readRow(row: YMap<string>, id: RowId): IndicatorRow {
  const cells = Object.fromEntries(rowCells.map(cell => [cell, text(row.get(cell))]))
  return {
    id,
    kind: (row.get('kind') ?? 'indicator') as RowKind,
    groupLevel: row.get('groupLevel') === 'letter' ? 'letter' : 'roman',
    direction: (row.get('direction') ?? '') as IndicatorRow['direction'],
    ...(cells as ColumnTitles),
  }
}

function readColumns(table: Record): ColumnTitles {
  const typed = rowCells.map(cell => [cell, table.get(`column:${cell}`) ?? defaultColumns[cell]])
  return Object.fromEntries(typed) as ColumnTitles
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function mapValues<T, Id extends string, R>(
  map: YMap<T>,
  read: (value: T, id: string) => R,
): ReadonlyMap<Id, R> {
  return new Map([...map.entries()].map(([id, value]) => [id as Id, read(value, id)]))
}

const contentOf = (parent: XmlFragment | XmlElement, as: Schema): Json[] =>
  parent.toArray().flatMap(item => toJson(item, as))

function toJson(item: unknown, as: Schema): Json[] {
  if (item instanceof XmlText) return textToJson(item, as)
  if (!(item instanceof XmlElement)) throw new RangeError('Unknown content in the shared document')
  return [{ type: item.nodeName, attrs: item.getAttributes(), content: contentOf(item, as) }]
}

interface TextRun {
  readonly insert: string
  readonly attributes?: { [mark: string]: Json }
}

function textToJson(item: XmlText, as: Schema): Json[] {
  return (item.toDelta() as TextRun[]).map(run => ({
    type: 'text',
    text: run.insert,
    marks: marksOf(run, as).map(mark => mark.toJSON() as Json),
  }))
}

/**
 * The marks of a run. Two people may raise and lower the same words at once, which no schema allows together:
 * the name decides, so that every reader sees the same.
 */
function marksOf(run: TextRun, as: Schema): readonly Mark[] {
  const typed = Object.entries(run.attributes ?? {}).sort(([a], [b]) => compare(a, b))
  return typed.reduce((set, [type, attrs]) => Mark.fromJSON(as, { type, attrs }).addToSet(set), Mark.none)
}
