import type { Node } from 'prosemirror-model'
import type { BlockId } from '../../shared/report/ids'
import {
  blockIdOf,
  isIndicatorTable,
  isNoteRef,
  isOptions,
  noteIdOf,
  optionsIdOf,
  tableIdOf,
} from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { toReportJson, type ReportJson } from '../../shared/report/report-json'
import { sectionsOf, type Section } from '../../shared/report/sections'

/**
 * What a lock keeps as it is: every block of a section with its name, the notes, figures and wordings that it shows,
 * and the sections around it. Stricter than an approval's fingerprint, which does not see names. Undefined where the
 * report has no such section.
 */
export function sectionContent(report: Report, section: BlockId): string | undefined {
  const sections = sectionsOf(report.text)
  const found = sections.find(({ heading }) => blockIdOf(heading) === section)
  if (!found) return undefined
  return JSON.stringify({
    within: outerOf(found, sections),
    blocks: found.blocks.map(block => block.toJSON() as unknown),
    shown: shownBy(found, report),
  })
}

const outerOf = (inner: Section, sections: readonly Section[]): BlockId[] =>
  sections
    .filter(outer => outer !== inner && outer.from < inner.from && inner.from < outer.to)
    .map(({ heading }) => blockIdOf(heading))

/** The records that stand in the section, in the order in which it shows them. */
function shownBy({ blocks }: Section, report: Report): unknown[] {
  const json = toReportJson(report)
  const shown: unknown[] = []
  const look = (node: Node): void => {
    if (isNoteRef(node)) shown.push(named(json.notes, noteIdOf(node)))
    if (isIndicatorTable(node)) shown.push(named(json.indicators, tableIdOf(node)))
    if (isOptions(node)) shown.push(named(json.options, optionsIdOf(node)))
    node.forEach(look)
  }
  blocks.forEach(look)
  return shown
}

type Records = ReportJson['notes'] | ReportJson['indicators'] | ReportJson['options']

const named = (records: Records, id: string): unknown => records.find(record => record.id === id) ?? null
