import { markParagraphs } from '../../shared/numbering/number-paragraphs'
import { numberSections } from '../../shared/numbering/number-sections'
import { numberStyleOf } from '../../shared/print/number-style-of'
import { blockIdOf, blocksOf, isHeading, levelOf, listOf } from '../../shared/report/nodes'
import type { List } from '../../shared/report/lists'
import type { Report } from '../../shared/report/report'
import { plainTextOf } from '../../shared/report/text-blocks'

const kindOf = (list: List): string => (list === 'none' ? 'none' : `${list} list`)

/** A report as lines "kind | printed number | text", for comparing in tests. */
export function reportLines(report: Report): string[] {
  const numbers = numberSections(report.text, numberStyleOf(report.fields))
  const marks = markParagraphs(report.text)
  return blocksOf(report.text).map(block => {
    const id = blockIdOf(block)
    if (isHeading(block)) return `${levelOf(block)} | ${numbers.get(id) ?? ''} | ${plainTextOf(block)}`
    if (block.isTextblock) return `${kindOf(listOf(block))} | ${marks.get(id) ?? ''} | ${plainTextOf(block)}`
    return block.type.name
  })
}
