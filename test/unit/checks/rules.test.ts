import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/checks/finding'
import { passageText, type Passage } from '../../../shared/checks/passage'
import { rules } from '../../../shared/checks/rules/all'
import { emptyReport } from '../../../shared/report/empty-report'
import type { BlockId } from '../../../shared/report/ids'
import { twins } from './twins'

describe('the rules of checking', () => {
  it.each(twins)('%s: finds "%s" and is silent about "%s"', (rule, wrong, right) => {
    expect(checked(wrong).map(finding => finding.rule)).toContain(rule)
    expect(checked(right)).toEqual([])
  })

  it.each(twins)('%s: quotes words that stand in the text', (_rule, wrong) => {
    for (const { places } of checked(wrong))
      for (const { from, to, quote } of places) expect(wrong.slice(from, to)).toBe(quote)
  })

  it('has a name, a title and an example for each rule, and no name twice', () => {
    const names = rules.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { explanation } of rules)
      for (const words of Object.values(explanation)) expect(words).not.toBe('')
  })

  it.each(rules.filter(({ name }) => !ofTables.includes(name)).map(rule => [rule.name, rule] as const))(
    '%s: its example is found by it',
    (name, { explanation }) => {
      expect(checked(longEnough(explanation.example)).map(({ rule }) => rule)).toContain(name)
    },
  )
})

const report = emptyReport('dang-hd05-2026')

/** Rules whose example needs a table beside the text. */
const ofTables = ['prose-and-table', 'remark-and-status']

/** The example of a missing stop is shortened for people. */
const longEnough = (example: string): string =>
  example.replace('Đời sống', 'Đời sống vật chất, tinh thần của')

function checked(text: string): readonly Finding[] {
  const passage: Passage = {
    ...passageText(text),
    kind: 'paragraph',
    place: { kind: 'block', id: 'p1' as BlockId },
    section: null,
    titles: [],
    notes: [],
  }
  return rules.flatMap(rule =>
    rule.kind === 'passage' ? rule.check(passage) : rule.check({ report, passages: [passage] }),
  )
}
