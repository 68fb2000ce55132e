import type { ImportCounts } from '../ipc/contract'
import { levels, type Level } from '../report/levels'
import { forEachBlock, isHeading, isParagraph, isTable, levelOf } from '../report/nodes'
import { noteRefsIn } from '../numbering/number-notes'
import type { Report } from '../report/report'

/** What a report holds, by kind. `tables` counts indicator tables and nested ones too, `options` each wording. */
export function countReport(report: Report): ImportCounts {
  const headings = Object.fromEntries(levels.map(level => [level, 0])) as Record<Level, number>
  let paragraphs = 0
  forEachBlock(report.text, block => {
    if (isHeading(block)) headings[levelOf(block)]++
    if (isParagraph(block)) paragraphs++
  })
  let tables = report.indicators.size
  let noteRefs = 0
  report.text.descendants(node => {
    if (isTable(node)) tables++
  })
  noteRefs += noteRefsIn(report.text).length
  const rows = [...report.indicators.values()].flatMap(table => table.rows)
  const ofKind = (kind: (typeof rows)[number]['kind']): number => rows.filter(row => row.kind === kind).length
  return {
    parts: headings.part,
    letters: headings.letter,
    romans: headings.roman,
    numbers: headings.number,
    subnumbers: headings.subnumber,
    paragraphs,
    notes: report.notes.size,
    noteRefs,
    indicators: { groups: ofKind('group'), numbered: ofKind('indicator'), subs: ofKind('sub') },
    options: [...report.options.values()].reduce((sum, options) => sum + options.wordings.length, 0),
    tables,
  }
}
