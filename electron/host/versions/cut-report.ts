import { z } from 'zod'
import type { Report } from '../../../shared/report/report'
import { toReportJson, ReportJson } from '../../../shared/report/report-json'
import { piecesOf, type Piece } from '../../../shared/seen/piece'
import { canonicalJson } from '../../../shared/util/canonical-json'

/** A report in parts that are kept once for all versions in which they are the same. */
export interface CutReport {
  readonly pieces: readonly Piece[]
  /** JSON: how many blocks each sheet of the text has, and the records that no piece shows. */
  readonly rest: string
  /** Canonical JSON of all of it. */
  readonly whole: string
}

const records = {
  notes: z.array(Identified()),
  indicators: z.array(Identified()),
  options: z.array(Identified()),
}
const SmallReport = ReportJson.pick({ fields: true }).extend({
  text: z.object({ content: z.array(z.object({ content: z.array(z.unknown()).optional() })) }),
  ...records,
})
const Rest = z.object({ sheets: z.array(z.int().min(0)), ...records })

function Identified() {
  return z.looseObject({ id: z.string() })
}

export function cutReport(report: Report): CutReport {
  const json = toReportJson(report)
  const pieces = piecesOf(report)
  const shown = pieces.map(piece => SmallReport.parse(JSON.parse(piece.json)))
  const rest = Object.fromEntries(
    recordKinds.map(kind => {
      const ids = new Set(shown.flatMap(piece => piece[kind].map(({ id }) => id)))
      return [kind, json[kind].filter(({ id }) => !ids.has(id))]
    }),
  )
  const sheets = Array.from({ length: report.text.childCount }, (_, at) => report.text.child(at).childCount)
  return { pieces, rest: JSON.stringify({ sheets, ...rest }), whole: canonicalJson(json) }
}

/**
 * The canonical JSON of the whole report, from the JSON of its pieces and the rest. Throws a ZodError or a SyntaxError
 * where they are none.
 */
export function joinReport(pieces: readonly string[], rest: string): string {
  const read = pieces.map(json => SmallReport.parse(JSON.parse(json)))
  const { sheets, ...unshown } = Rest.parse(JSON.parse(rest))
  const blocks = read.flatMap(({ text }) => text.content.flatMap(({ content = [] }) => content))
  let at = 0
  const content = sheets.map(count => {
    const own = blocks.slice(at, (at += count))
    return { type: 'sheet', ...(own.length > 0 ? { content: own } : {}) }
  })
  return canonicalJson({
    fields: read[0]?.fields,
    text: { type: 'report', ...(content.length > 0 ? { content } : {}) },
    ...Object.fromEntries(
      recordKinds.map(kind => [kind, byId([...read.flatMap(piece => piece[kind]), ...unshown[kind]])]),
    ),
  })
}

const recordKinds = ['notes', 'indicators', 'options'] as const

/** Each once: a note to which two sections refer is shown by both. */
function byId<T extends { readonly id: string }>(found: readonly T[]): T[] {
  const unique = [...new Map(found.map(record => [record.id, record])).values()]
  return unique.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}
