import { depthOf, levels, type Level } from '../../report/levels'

/** The numbers last seen at each level, as typed, to tell what comes next. */
export interface SectionCounts {
  readonly last: Readonly<Record<Level, number>>
  /** The last "1." that was a list paragraph since the last heading; 0 = none. */
  readonly lastItem: number
  /** Whether Roman sections have stood under the letters of this file: decides what "I-" after "H-" is. */
  readonly romansUnderLetters: boolean
  /** Inside an article ("Điều 1."), where "1." is a clause and never a heading. */
  readonly inArticle: boolean
}

export const noCounts: SectionCounts = {
  last: { part: 0, letter: 0, roman: 0, number: 0, subnumber: 0 },
  lastItem: 0,
  romansUnderLetters: false,
  inArticle: false,
}

/** After a heading of this level and typed number: what is below starts again. */
export function countHeading(counts: SectionCounts, level: Level, count: number): SectionCounts {
  const depth = depthOf(level)
  const last = Object.fromEntries(
    levels.map(other => [other, depthOf(other) < depth ? counts.last[other] : other === level ? count : 0]),
  ) as Record<Level, number>
  return {
    last,
    lastItem: 0,
    romansUnderLetters: counts.romansUnderLetters || (level === 'roman' && counts.last.letter > 0),
    inArticle: counts.inArticle && depth > depthOf('roman'),
  }
}

export const countItem = (counts: SectionCounts, count: number): SectionCounts => ({
  ...counts,
  lastItem: count,
})

const article = /^Điều\s+\d+/iu
const annex = /^Phụ lục\b/iu

/** After any other paragraph: articles open and annexes end them. */
export function countText(counts: SectionCounts, text: string): SectionCounts {
  if (article.test(text)) return { ...counts, inArticle: true, lastItem: 0 }
  return annex.test(text) && counts.inArticle ? { ...counts, inArticle: false } : counts
}
