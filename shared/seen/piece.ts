import { recordsIn } from '../approvals/block-content'
import { cutAtHeadings, type Content, type OwnBlocks } from '../compare/content'
import { emptyFields } from '../report/fields'
import { blocksOf } from '../report/nodes'
import type { Report } from '../report/report'
import { fromReportJson, toReportJson } from '../report/report-json'
import { schema } from '../report/schema'
import { contentOf } from '../compare/content'

/** Names what stands above the first heading, with the fields above and below the text. */
export const headOfReport = 'head'

/**
 * One section as a person saw it: its heading and the blocks up to the next heading of any level, with the records that
 * they show, as the JSON of a small report. Equal sections give equal pieces.
 */
export interface Piece {
  readonly section: string
  readonly json: string
}

/** A report cut into pieces, in reading order; the head always comes first. */
export function piecesOf(report: Report): readonly Piece[] {
  const cut = cutAtHeadings(blocksOf(report.text))
  const head = cut[0]?.section === null ? cut[0].blocks : []
  const sections = cut.filter(({ section }) => section !== null)
  return [
    { section: headOfReport, json: jsonOf(report, head, true) },
    ...sections.map(({ section, blocks }) => ({
      section: String(section),
      json: jsonOf(report, blocks, false),
    })),
  ]
}

/** What a piece holds. Throws a ZodError, a RangeError or a SyntaxError where it is none. */
export function readPiece({ section, json }: Piece): Content {
  const { fields, ...content } = contentOf(fromReportJson(JSON.parse(json)))
  return section === headOfReport ? { ...content, ...(fields ? { fields } : {}) } : content
}

function jsonOf(report: Report, blocks: OwnBlocks['blocks'], withFields: boolean): string {
  const shown = new Set(blocks.flatMap(recordsIn).map(({ kind, id }) => `${kind} ${id}`))
  const only = <Id extends string, One>(kind: string, all: ReadonlyMap<Id, One>): Map<Id, One> =>
    new Map([...all].filter(([id]) => shown.has(`${kind} ${id}`)))
  return JSON.stringify(
    toReportJson({
      fields: withFields ? report.fields : emptyFields,
      text: schema.node('report', null, [schema.node('sheet', null, blocks)]),
      notes: only('notes', report.notes),
      indicators: only('indicators', report.indicators),
      options: only('options', report.options),
    }),
  )
}
