import type { Options } from '../options/options'
import { blockIdOf, forEachBlock, isOptions, optionsIdOf } from '../report/nodes'
import type { Report } from '../report/report'
import { wordsOf } from '../report/text-blocks'
import { perObject } from '../util/per-object'
import { problem, type Problem } from './problem'

export function optionsProblems({ text, options }: Report): Problem[] {
  const problems: Problem[] = []
  forEachBlock(text, block => {
    if (!isOptions(block)) return
    const id = optionsIdOf(block)
    const record = options.get(id)
    if (!record) problems.push(problem('missing-options', { kind: 'block', id: blockIdOf(block) }))
    else if (!record.wordings.some(wording => wording.id === record.chosen))
      problems.push(problem('unchosen-options', { kind: 'options', id }, wordingsOf(record)))
  })
  return problems
}

/** "Chủ đề 1: …; Chủ đề 2: …", each as far as one needs to tell them apart. */
const wordingsOf = perObject(({ name, wordings }: Options): string =>
  wordings
    .map(({ body }, index) => {
      const words = body.children.map(wordsOf).join(' ').trim()
      return `${name} ${index + 1}: ${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}`
    })
    .join('; '),
)
