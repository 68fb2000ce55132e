import { describe, expect, it } from 'vitest'
import { checkReport } from '../../../shared/checks/check-report'
import { heading, paragraph, report, sheet, text } from '../../support/build-report'
import { randomFrom } from '../../support/random'
import { sayFalse, sayTrue, statementsOf, subjects } from '../../support/stated-figures'

const checked = (sentences: readonly string[]) =>
  checkReport(
    report({ text: text(sheet(heading('roman', 'Kết quả'), ...sentences.map(words => paragraph(words)))) }),
  )

describe('reports whose figures agree', () => {
  it.each(subjects)('%s: nothing is found in them', subject => {
    const random = randomFrom(3)
    for (let round = 0; round < 20; round++)
      for (const words of statementsOf(subject, random, 1).map(sayTrue))
        expect(checked([words]), words).toEqual([])
  })

  it.each(subjects)(
    '%s: at least nine of ten changed figures are found, each by the rule of its kind',
    subject => {
      const random = randomFrom(5)
      const missed: string[] = []
      const statements = statementsOf(subject, random, 12)
      let changed = 0
      for (const statement of statements) {
        const words = sayFalse(statement, random)
        if (words === null) continue
        changed++
        const found = checked([words]).some(
          ({ rule, severity }) => severity === 'error' && rule === statement.rule,
        )
        if (!found) missed.push(`${statement.rule}: ${words}`)
      }
      expect(changed).toBeGreaterThan(100)
      expect(missed.slice(0, changed / 10), missed.join('\n')).toEqual(missed)
    },
  )
})
