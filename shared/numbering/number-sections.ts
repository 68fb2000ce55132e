import type { Node } from 'prosemirror-model'
import type { BlockId } from '../report/ids'
import { depthOf, levels, type Level } from '../report/levels'
import { blockIdOf, levelOf } from '../report/nodes'
import { headingsOf } from '../report/text-blocks'
import { unreachable } from '../util/exhaustive'
import type { NumberStyle } from './number-style'
import { letter, ordinal, roman } from './numerals'

/** The printed number of every heading, such as "II-" or "2.1.", in document order. */
export type SectionNumbers = ReadonlyMap<BlockId, string>

/** Computed, never stored: storing them would rewrite every later section whenever one is inserted. */
export function numberSections(text: Node, style: NumberStyle): SectionNumbers {
  const numbers = new Map<BlockId, string>()
  const counts = levels.map(() => 0)
  for (const heading of headingsOf(text)) {
    const level = levelOf(heading)
    const depth = depthOf(level)
    const count = (counts[depth] ?? 0) + 1
    counts[depth] = count
    counts.fill(0, depth + 1)
    numbers.set(blockIdOf(heading), sectionNumber(level, count, { parent: counts[depth - 1] ?? 0, style }))
  }
  return numbers
}

/** One heading's number. `parent` is the count one level up (only a subnumber shows it). */
function sectionNumber(level: Level, count: number, context: { parent: number; style: NumberStyle }): string {
  const end = context.style.mark === 'hyphen' ? '-' : '.'
  switch (level) {
    case 'part':
      return context.style.part === 'roman' ? `Phần ${roman(count)}` : `Phần thứ ${ordinal(count)}`
    case 'letter':
      return letter(count) + end
    case 'roman':
      return roman(count) + end
    case 'number':
      return `${count}.`
    case 'subnumber':
      return `${context.parent}.${count}.`
    default:
      return unreachable(level)
  }
}
