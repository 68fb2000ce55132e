import { textOfBlock } from '../compare/blocks-of-content'
import { contentOf } from '../compare/content'
import type { Report } from '../report/report'

/** How much of one report stands word for word in another: 0 … 1, counted by words in equal blocks and notes. */
export function likeness(back: Report, sent: Report): number {
  const known = new Map<string, number>()
  for (const line of linesOf(sent)) known.set(line, (known.get(line) ?? 0) + 1)
  let [equal, all] = [0, 0]
  for (const line of linesOf(back)) {
    const weight = line.split(' ').length
    const left = known.get(line) ?? 0
    all += weight
    if (left === 0) continue
    equal += weight
    known.set(line, left - 1)
  }
  const missing = [...known].reduce((sum, [line, count]) => sum + count * line.split(' ').length, 0)
  return all + missing === 0 ? 1 : (2 * equal) / (all + equal + missing)
}

/** Capitals are print, not text; white space neither. */
function linesOf(report: Report): string[] {
  const content = contentOf(report)
  const lines = [
    ...content.blocks.map(block => textOfBlock(block, content)),
    ...[...report.notes.values()].map(body => body.textContent),
  ]
  return lines.flatMap(line => {
    const plain = line.replace(/\s+/gu, ' ').trim().toLocaleUpperCase('vi')
    return plain === '' ? [] : [plain]
  })
}
