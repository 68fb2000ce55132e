import type { Node } from 'prosemirror-model'
import type { ImportedBlock, ImportPreview } from '../ipc/contract'
import { markParagraphs } from '../numbering/number-paragraphs'
import { numberSections } from '../numbering/number-sections'
import { numberStyleOf } from '../print/number-style-of'
import { blockIdOf, blocksOf, isHeading, levelOf } from '../report/nodes'
import type { Report } from '../report/report'
import { wordsOf } from '../report/text-blocks'
import type { ImportResult } from './import-result'

const longestText = 200

/** What the import dialog shows: every block, what it was taken for, and how it begins. */
export function previewOf(
  { report, counts, warnings }: ImportResult,
  source: { readonly token: string; readonly sourceName: string },
): ImportPreview {
  const marks = markParagraphs(report.text)
  const numbers = numberSections(report.text, numberStyleOf(report.fields))
  const title = [report.fields.type, report.fields.title].filter(line => line !== '').join(' ')
  return {
    ...source,
    title: title.replaceAll('\n', ' '),
    counts,
    warnings: [...warnings],
    blocks: blocksOf(report.text).map(block => {
      const id = blockIdOf(block)
      return {
        id,
        kind: block.type.name as ImportedBlock['kind'],
        level: isHeading(block) ? levelOf(block) : null,
        number: numbers.get(id) ?? marks.get(id) ?? '',
        text: textOf(block, report).slice(0, longestText),
      }
    }),
  }
}

function textOf(block: Node, report: Report): string {
  if (block.isTextblock) return wordsOf(block)
  const id: string = blockIdOf(block)
  const table = [...report.indicators.values()].find(found => found.id === id)
  if (table) return table.title || (table.rows[0]?.name ?? '')
  const options = [...report.options.values()].find(found => found.id === id)
  if (options) return options.wordings.map(wording => wording.body.textContent).join(' / ')
  return block.textBetween(0, block.content.size, ' ', ' ').trim()
}
