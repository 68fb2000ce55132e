import type { Node } from 'prosemirror-model'
import type { IndicatorRow, IndicatorTable } from '../indicators/indicator-row'
import { noteRefsIn } from '../numbering/number-notes'
import { isHeading, levelOf } from '../report/nodes'
import type { Report } from '../report/report'
import { forEachTextBlock, plainTextOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'

// A4 as every profile sets it, within a few points: 14 pt on lines of 18 pt, 165 mm wide. Characters per line
// are averages of Vietnamese prose. Fitted to exported PDFs of two reports, of 20 and 35 pages.
const pageHeight = 728
const frontMatter = 190
const body = { perLine: 79, line: 18, gap: 6 }
const title = { perLine: 60, line: 18, gap: 12 }
const note = { perLine: 112, line: 11.8, gap: 0 }
const row = { perLine: 22, line: 15.6, gap: 3 }

/**
 * How many pages the report would fill, from the lengths of its blocks alone. An estimate for the status bar:
 * it may be a page off in forty. The exported PDF has the true number.
 */
export function pagesOf(report: Report): number {
  const refs = new Set(noteRefsIn(report.text))
  let points = frontMatter + textHeight(report.text)
  for (const id of refs) {
    const known = report.notes.get(id)
    if (known) points += noteHeight(known)
  }
  for (const table of report.indicators.values()) points += tableHeight(table)
  return Math.max(1, Math.ceil(points / pageHeight))
}

interface Setting {
  readonly perLine: number
  readonly line: number
  readonly gap: number
}

const height = (characters: number, as: Setting): number =>
  Math.max(1, Math.ceil(characters / as.perLine)) * as.line + as.gap

const textHeight = perObject((text: Node): number => {
  let points = 0
  forEachTextBlock(text, block => (points += blockHeight(block)))
  return points
})

const blockHeight = perObject((block: Node): number => {
  const characters = plainTextOf(block).length + firstLine
  if (!isHeading(block)) return height(characters, body)
  return height(characters, title) + (levelOf(block) === 'part' ? title.line : 0)
})

/** The indent of a first line and the width of a number, in characters. */
const firstLine = 5

const noteHeight = perObject((body: Node): number =>
  body.children.reduce((points, paragraph) => points + height(plainTextOf(paragraph).length + 2, note), 0),
)

const tableHeight = perObject((table: IndicatorTable): number =>
  table.rows.reduce((points, each) => points + rowHeight(each), row.line * 4),
)

const rowHeight = perObject((each: IndicatorRow): number => height(each.name.length, row))
