import type { Node } from 'prosemirror-model'
import { markParagraphs, type ParagraphMarks } from '../numbering/number-paragraphs'
import { numberNotes } from '../numbering/number-notes'
import { numberSections, type SectionNumbers } from '../numbering/number-sections'
import type { Options } from '../options/options'
import {
  blockIdOf,
  blocksOf,
  isHeading,
  isIndicatorTable,
  isOptions,
  isTable,
  levelOf,
  optionsIdOf,
  tableIdOf,
} from '../report/nodes'
import type { Report } from '../report/report'
import { numberStyleOf } from './number-style-of'
import { paperText } from './paper-text'
import type { PrintBlock, PrintHeading } from './print-document'
import { printIndicators } from './print-indicators'
import { plainParagraphs, printParagraph, runsOf, type NotesInPrint } from './print-runs'
import { printTable } from './print-table'
import type { Profile } from './profile'

interface Context {
  readonly report: Report
  readonly textWidth: number
  readonly sections: SectionNumbers
  readonly marks: ParagraphMarks
  readonly notes: NotesInPrint
}

/** The text as it is printed, in order. */
export const printBlocks = (report: Report, profile: Profile): PrintBlock[] =>
  printEachBlock(report, profile).flat()

/** What each block of the text prints: alternatives several things, a lost table nothing. */
export function printEachBlock(report: Report, profile: Profile): PrintBlock[][] {
  const { page } = profile
  const context: Context = {
    report,
    textWidth: page.width - page.left - page.right,
    sections: numberSections(report.text, numberStyleOf(report.fields, profile)),
    marks: markParagraphs(report.text),
    notes: { bodies: report.notes, numbers: numberNotes(report.text), printed: new Set() },
  }
  return blocksOf(report.text).map(block => printBlock(block, context))
}

function printBlock(block: Node, context: Context): PrintBlock[] {
  if (isHeading(block)) return [heading(block, context)]
  if (isIndicatorTable(block)) {
    const table = context.report.indicators.get(tableIdOf(block))
    return table ? [printIndicators(table, context.textWidth)] : []
  }
  if (isOptions(block)) return wordings(context.report.options.get(optionsIdOf(block)), context.notes)
  if (isTable(block)) {
    const table = printTable(block, context.textWidth, context.notes)
    return table ? [table] : []
  }
  return [printParagraph(block, context.marks.get(blockIdOf(block)), context.notes)]
}

const heading = (block: Node, { sections, notes }: Context): PrintHeading => ({
  kind: 'heading',
  level: levelOf(block),
  number: sections.get(blockIdOf(block)) ?? '',
  runs: runsOf(block, notes),
})

/** While the choice is open every wording stands under its name; afterwards only the one chosen, without a name. */
function wordings(options: Options | undefined, notes: NotesInPrint): PrintBlock[] {
  if (!options) return []
  const chosen = options.wordings.find(wording => wording.id === options.chosen)
  if (chosen) return plainParagraphs(chosen.body, notes)
  return options.wordings.flatMap(({ body }, index) => {
    const name = paperText(`${options.name} ${index + 1}: `.trimStart())
    const label = { kind: 'text', text: name, marks: { strong: true } } as const
    const paragraphs = plainParagraphs(body, notes)
    const [first, ...rest] = paragraphs
    // A mark belongs to the words behind it, so the name then stands on a line of its own.
    return first && first.list === null
      ? [{ ...first, runs: [label, ...first.runs] }, ...rest]
      : [{ kind: 'paragraph', list: null, align: 'justify', runs: [label] } as const, ...paragraphs]
  })
}
