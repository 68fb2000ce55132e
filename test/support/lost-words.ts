import { isMotto, isRule, nationOf } from '../../shared/import/front/known-phrases'
import type { SourceBlock, SourceDocument } from '../../shared/import/source'
import { markParagraphs } from '../../shared/numbering/number-paragraphs'
import { numberRows } from '../../shared/numbering/number-rows'
import { numberSections } from '../../shared/numbering/number-sections'
import { numberStyleOf } from '../../shared/print/number-style-of'
import type { Report } from '../../shared/report/report'

/** Words of a source that its report does not print, apart from what the layout profile prints by itself. */
export function lostWords(source: SourceDocument, report: Report): string[] {
  const printed = countWords(printedText(report))
  return words(sourceLines(source).join('\n')).filter(word => {
    const left = printed.get(word) ?? 0
    printed.set(word, left - 1)
    return left <= 0
  })
}

// Marks glued to words ("1.Một") come apart in printing, so only letters and figures are compared.
const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sourceLines(source: SourceDocument): string[] {
  const blocks = [...source.blocks, ...Object.values(source.notes).flat()]
  return blocks.flatMap(linesOf).filter(line => !nationOf(line) && !isMotto(line) && !isRule(line))
}

function linesOf(block: SourceBlock): string[] {
  if (block.kind === 'text_box') return block.blocks.flatMap(linesOf)
  if (block.kind === 'table')
    return block.rows.flatMap(row => row.cells.flatMap(cell => cell.blocks.flatMap(linesOf)))
  const text = block.inlines.map(inline => (inline.kind === 'text' ? inline.text : '\n')).join('')
  return [block.number ?? '', ...text.split('\n')].map(line => line.trim()).filter(line => line !== '')
}

function printedText(report: Report): string {
  const { fields, text } = report
  return [
    ...Object.values(fields),
    fields.draftNumber === '' ? '' : 'Dự thảo lần',
    fields.recipients === '' ? '' : 'Nơi nhận',
    ...numberSections(text, numberStyleOf(fields)).values(),
    ...markParagraphs(text).values(),
    text.textBetween(0, text.content.size, '\n', '\n'),
    ...[...report.notes.values()].map(note => note.textBetween(0, note.content.size, '\n', '\n')),
    ...[...report.options.values()].flatMap(({ name, wordings }) =>
      wordings.map(({ body }, index) => `${name} ${index + 1}: ${body.textContent}`),
    ),
    ...[...report.indicators.values()].flatMap(({ title, columns, rows }) => [
      title,
      'TT STT',
      ...Object.values(columns),
      ...numberRows(rows).values(),
      ...rows.flatMap(({ name, unit, base, target, result, remark }) => [
        name,
        unit,
        base,
        target,
        result,
        remark,
      ]),
    ]),
  ].join('\n')
}
