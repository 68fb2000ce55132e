import { Node, type Schema } from 'prosemirror-model'
import { z } from 'zod'
import { rowCells, rowKinds, type IndicatorTable } from '../indicators/indicator-row'
import type { Options } from '../options/options'
import { emptyFields, fieldNames, type FieldName } from './fields'
import type { NoteId, OptionsId, RowId, TableId, WordingId } from './ids'
import type { Report } from './report'
import { noteSchema, schema } from './schema'

const id = <Id extends string>() => z.custom<Id>(value => typeof value === 'string' && value.length <= 100)
const line = z.string().max(1_000_000)
const cells = <T extends z.ZodType>(value: T) =>
  z.object(Object.fromEntries(rowCells.map(cell => [cell, value])) as Record<(typeof rowCells)[number], T>)

const row = cells(line).extend({
  id: id<RowId>(),
  kind: z.enum(rowKinds),
  groupLevel: z.enum(['letter', 'roman']),
  direction: z.enum(['up', 'down', '']),
})
const table = z.object({ id: id<TableId>(), title: line, columns: cells(line), rows: z.array(row) })
const options = z.object({
  id: id<OptionsId>(),
  name: line,
  chosen: id<WordingId | ''>(),
  wordings: z.array(z.object({ id: id<WordingId>(), body: z.unknown() })),
})
const fields = z.object(
  Object.fromEntries(fieldNames.map(name => [name, line.default(emptyFields[name])])) as Record<
    FieldName,
    z.ZodDefault<z.ZodString>
  >,
)

/** A report as JSON: records in the order of their ids, node trees as ProseMirror writes them. */
export const ReportJson = z.object({
  fields,
  text: z.unknown(),
  notes: z.array(z.object({ id: id<NoteId>(), body: z.unknown() })),
  indicators: z.array(table),
  options: z.array(options),
})
export type ReportJson = z.infer<typeof ReportJson>

/** The one JSON of a report: equal reports give equal JSON, whatever the order of their maps. */
export function toReportJson(report: Report): ReportJson {
  return {
    fields: Object.fromEntries(fieldNames.map(name => [name, report.fields[name]])) as ReportJson['fields'],
    text: report.text.toJSON(),
    notes: byId([...report.notes].map(([noteId, body]) => ({ id: noteId, body: body.toJSON() as unknown }))),
    indicators: byId([...report.indicators.values()].map(tableJson)),
    options: byId([...report.options.values()].map(optionsJson)),
  }
}

/** A report from JSON of unknown origin. Throws a ZodError or a RangeError where it is not one. */
export function fromReportJson(json: unknown): Report {
  const read = ReportJson.parse(json)
  return {
    fields: read.fields,
    text: nodeFrom(read.text, schema),
    notes: new Map(read.notes.map(note => [note.id, nodeFrom(note.body, noteSchema)])),
    indicators: new Map(read.indicators.map(found => [found.id, found])),
    options: new Map(read.options.map(found => [found.id, readOptions(found)])),
  }
}

const readOptions = (found: ReportJson['options'][number]): Options => ({
  ...found,
  wordings: found.wordings.map(wording => ({ id: wording.id, body: nodeFrom(wording.body, noteSchema) })),
})

function nodeFrom(json: unknown, as: Schema): Node {
  const node = Node.fromJSON(as, json)
  node.check()
  if (node.type !== as.topNodeType) throw new RangeError(`Expected a ${as.topNodeType.name}`)
  return node
}

const byId = <T extends { readonly id: string }>(records: T[]): T[] =>
  records.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

// Named one by one, so that the order of keys does not depend on how a record was made.
const tableJson = ({ id, title, columns, rows }: IndicatorTable): ReportJson['indicators'][number] => ({
  id,
  title,
  columns: cellsJson(columns),
  rows: rows.map(({ id, kind, groupLevel, direction, ...typed }) => ({
    id,
    kind,
    groupLevel,
    direction,
    ...cellsJson(typed),
  })),
})

const cellsJson = (typed: IndicatorTable['columns']): IndicatorTable['columns'] =>
  Object.fromEntries(rowCells.map(cell => [cell, typed[cell]])) as IndicatorTable['columns']

const optionsJson = ({ id, name, chosen, wordings }: Options): ReportJson['options'][number] => ({
  id,
  name,
  chosen,
  wordings: wordings.map(wording => ({ id: wording.id, body: wording.body.toJSON() as unknown })),
})
