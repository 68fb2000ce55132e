import { blockIdOf, forEachBlock, isOptions, optionsIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { problem, type Problem } from './problem'

export function optionsProblems({ text, options }: Report): Problem[] {
  const problems: Problem[] = []
  forEachBlock(text, block => {
    if (!isOptions(block)) return
    const id = optionsIdOf(block)
    const record = options.get(id)
    if (!record) problems.push(problem('missing-options', { kind: 'block', id: blockIdOf(block) }))
    else if (!record.wordings.some(wording => wording.id === record.chosen))
      problems.push(problem('unchosen-options', { kind: 'options', id }, record.name))
  })
  return problems
}
