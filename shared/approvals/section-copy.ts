import { z } from 'zod'
import { emptyFields } from '../report/fields'
import type { BlockId } from '../report/ids'
import { blockIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { fromReportJson, ReportJson, toReportJson } from '../report/report-json'
import { schema } from '../report/schema'
import { sectionsOf } from '../report/sections'
import { recordsIn, type Records } from './block-content'
import { fingerprintOf, outerOf, uniqueById } from './section-fingerprint'

/** A section as it was at one moment, kept so that anybody can be shown later what has changed since. */
export const SectionCopy = z.object({
  version: z.literal(1),
  section: z.string(),
  /** Ids of the headings around it, outermost first. */
  within: z.array(z.string()),
  /** A report that holds this section alone. */
  report: ReportJson,
})
export type SectionCopy = z.infer<typeof SectionCopy>

/** Undefined where the report has no such section. */
export function copySection(report: Report, section: BlockId): SectionCopy | undefined {
  const sections = sectionsOf(report.text)
  const found = uniqueById(sections).get(section)
  if (!found) return undefined
  const shown = found.blocks.flatMap(recordsIn)
  const only = <Id extends string, One>(kind: keyof Records, all: ReadonlyMap<Id, One>) => {
    const ids = new Set(shown.filter(one => one.kind === kind).map(({ id }) => id))
    return new Map([...all].filter(([id]) => ids.has(id)))
  }
  const alone: Report = {
    fields: emptyFields,
    text: schema.node('report', null, [schema.node('sheet', null, found.blocks)]),
    notes: only('notes', report.notes),
    indicators: only('indicators', report.indicators),
    options: only('options', report.options),
  }
  return { version: 1, section, within: outerOf(found, sections), report: toReportJson(alone) }
}

export interface ReadCopy {
  readonly section: BlockId
  /** A report that holds this section alone. */
  readonly report: Report
  readonly fingerprint: string
  /** Of the sections inside. */
  readonly parts: readonly { readonly section: BlockId; readonly fingerprint: string }[]
}

/** A copy of unknown origin. Throws a ZodError or a RangeError where it is none. */
export function readCopy(given: unknown): ReadCopy {
  const { section, within, report: json } = SectionCopy.parse(given)
  const report = fromReportJson(json)
  const sections = sectionsOf(report.text)
  const unique = uniqueById(sections)
  const [first, ...inner] = sections
  if (!first || first !== unique.get(section as BlockId)) throw new RangeError('A copy of another section')
  const print = (one: typeof first): string =>
    fingerprintOf(one, [...(within as BlockId[]), ...outerOf(one, sections)], report)
  return {
    section: section as BlockId,
    report,
    fingerprint: print(first),
    parts: inner.flatMap(one => {
      const id = blockIdOf(one.heading)
      return unique.get(id) === one ? [{ section: id, fingerprint: print(one) }] : []
    }),
  }
}
