import { expect, test } from 'vitest'
import { mergeInline } from '../../../shared/returned/merge-inline'
import { paragraph } from '../../support/build-report'
import { randomFrom } from '../../support/random'

const merge = (sent: string, back: string, today: string) => {
  const merged = mergeInline(paragraph(sent), paragraph(back), paragraph(today))
  const words = merged.content.textBetween(0, merged.content.size)
  return { words, both: merged.both.map(({ from, to }) => today.slice(from, to)), already: merged.already }
}

/** What happened, [sent, came back, today], and what is made of it. */
const cases: readonly [string, [string, string, string], ReturnType<typeof merge>][] = [
  ['only they changed', ['a b c', 'a x c', 'a b c'], { words: 'a x c', both: [], already: 0 }],
  ['only we changed', ['a b c', 'a b c', 'a y c'], { words: 'a y c', both: [], already: 0 }],
  [
    'each changed another word',
    ['a b c d e', 'a x c d e', 'a b c y e'],
    { words: 'a x c y e', both: [], already: 0 },
  ],
  ['both made the same change', ['a b c', 'a x c', 'a x c'], { words: 'a x c', both: [], already: 1 }],
  ['both changed one word', ['a b c', 'a x c', 'a y c'], { words: 'a x c', both: ['y'], already: 0 }],
  ['both put words in at one point', ['a b', 'a x b', 'a y b'], { words: 'a y x b', both: [''], already: 0 }],
  [
    'they took out what we changed',
    ['a b c d', 'a d', 'a b y d'],
    { words: 'a d', both: ['b y '], already: 0 },
  ],
  [
    'we took out what they changed',
    ['a b c d', 'a b x d', 'a d'],
    { words: 'a b x d', both: [''], already: 0 },
  ],
  [
    'they put words in before a word that we changed',
    ['a b c', 'a x b c', 'a y c'],
    { words: 'a x y c', both: [], already: 0 },
  ],
  [
    'they changed the whole, we one word',
    ['a b c', 'x y z', 'a b d'],
    { words: 'x y z', both: ['a b d'], already: 0 },
  ],
  ['everything is new on both sides', ['', 'x', 'y'], { words: 'yx', both: [''], already: 0 }],
]

test.each(cases)('%s', (_, [sent, back, today], expected) => {
  expect(merge(sent, back, today)).toEqual(expected)
})

test('nobody changed anything on one side: the other side stands', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomFrom(seed)
    const some = () =>
      Array.from({ length: 1 + Math.floor(random() * 12) }, () => 'abcdefg'[Math.floor(random() * 7)]).join(
        ' ',
      )
    const [sent, other] = [some(), some()]
    expect(merge(sent, other, sent), `${sent} / ${other}`).toMatchObject({ words: other, both: [] })
    expect(merge(sent, sent, other), `${sent} / ${other}`).toMatchObject({ words: other, both: [] })
    expect(merge(sent, other, other), `${sent} / ${other}`).toMatchObject({ words: other, both: [] })
  }
})

test('whatever three texts say, the result is made and the places of both lie in the text of today', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed)
    const some = () =>
      Array.from({ length: Math.floor(random() * 10) }, () => 'abcd'[Math.floor(random() * 4)]).join(' ')
    const [sent, back, today] = [some(), some(), some()]
    const { both } = mergeInline(paragraph(sent), paragraph(back), paragraph(today))
    for (const { from, to } of both) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThanOrEqual(today.length)
    }
  }
})
