import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Fragment, type Node } from 'prosemirror-model'
import { Doc } from 'yjs'
import { importBytes } from '../../electron/host/import/import-bytes'
import type { NoteId, OptionsId, TableId } from '../../shared/report/ids'
import type { Report } from '../../shared/report/report'
import { writeReport } from '../../shared/sync/write-report'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const real = at('../../../shared/sample/draft-2.docx')

/** A real draft where it lies beside the checkout, else the program's own sample. */
export const sampleDocx = existsSync(real) ? real : at('../../resources/sample/bao-cao-mau.docx')

export async function sampleReport(): Promise<Report> {
  const { report } = await importBytes(readFileSync(sampleDocx), sampleDocx)
  return report
}

/** The report as if it were so many times longer: every copy with ids, notes, tables and options of its own. */
export function timesLonger(report: Report, times: number): Report {
  const copies = Array.from({ length: times }, (_, copy) => copy)
  const renamed = <Id extends string, Value>(
    map: ReadonlyMap<Id, Value>,
    as: (value: Value, id: Id) => Value,
  ) =>
    new Map(
      copies.flatMap(copy =>
        [...map].map(([id, value]): [Id, Value] => [
          rename(id, copy) as Id,
          as(value, rename(id, copy) as Id),
        ]),
      ),
    )
  return {
    fields: report.fields,
    text: report.text.copy(
      Fragment.from(copies.flatMap(copy => report.text.children.map(sheet => withOwnIds(sheet, copy)))),
    ),
    notes: renamed<NoteId, Node>(report.notes, note => note),
    indicators: renamed<TableId, NonNullable<ReturnType<Report['indicators']['get']>>>(
      report.indicators,
      (table, id) => ({ ...table, id }),
    ),
    options: renamed<OptionsId, NonNullable<ReturnType<Report['options']['get']>>>(
      report.options,
      (options, id) => ({
        ...options,
        id,
      }),
    ),
  }
}

const rename = (id: string, copy: number): string => (copy === 0 ? id : `${id}_${copy}`)

function withOwnIds(node: Node, copy: number): Node {
  if (node.isText) return node
  const content = Fragment.from(node.children.map(child => withOwnIds(child, copy)))
  const { id } = node.attrs as { id?: string }
  return node.type.create(id ? { ...node.attrs, id: rename(id, copy) } : node.attrs, content, node.marks)
}

export function docOf(report: Report): Doc {
  const doc = new Doc()
  writeReport(doc, report)
  return doc
}
