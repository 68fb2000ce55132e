import type { Node } from 'prosemirror-model'
import { depthOf } from '../report/levels'
import { blockIdOf, levelOf } from '../report/nodes'
import type { Report } from '../report/report'
import { headingsOf, wordsOf } from '../report/text-blocks'
import { problem, type Problem } from './problem'

export function headingProblems({ text }: Report): Problem[] {
  const headings = headingsOf(text)
  return [...headings.filter(isEmpty).map(emptyHeading), ...levelJumps(headings)]
}

const isEmpty = (heading: Node): boolean => wordsOf(heading) === ''
const emptyHeading = (heading: Node): Problem =>
  problem('empty-heading', { kind: 'block', id: blockIdOf(heading) })

/** Only levels that the report uses count: many reports have no A-, B- and go from a part to I-. */
function levelJumps(headings: readonly Node[]): Problem[] {
  const used = [...new Set(headings.map(depth))].sort()
  const rank = (heading: Node): number => used.indexOf(depth(heading))
  return headings
    .filter((heading, index) => {
      const before = headings[index - 1]
      return before !== undefined && rank(heading) > rank(before) + 1
    })
    .map(heading => problem('level-jump', { kind: 'block', id: blockIdOf(heading) }, wordsOf(heading)))
}

const depth = (heading: Node): number => depthOf(levelOf(heading))
