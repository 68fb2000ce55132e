import type { Figure, Span } from '../figures/figure'
import type { Passage } from './passage'

/** One measure over some years, as a sentence tells it: at least two years, each once, in one unit. */
export interface Series {
  readonly points: readonly { readonly year: number; readonly figure: Figure }[]
}

/** The yearly series of a part of a passage, by unit. "Năm 2016 thu 1.030 tỷ đồng, năm 2017 thu 1.151 tỷ đồng." */
export function seriesIn({ numbers }: Passage, within: Span): Series[] {
  const byUnit = new Map<string, { year: number; figure: Figure }[]>()
  const used = new Set<number>()
  for (const figure of numbers.figures) {
    if (figure.from < within.from || figure.to > within.to) continue
    const { period } = figure
    if (!period || !/^\d{4}$/.test(period.key) || figure.low !== figure.high || figure.change !== '') continue
    // Of several figures of a year the first of each unit is the measure.
    const key = `${figure.unit} ${figure.per}`
    const points = byUnit.get(key) ?? []
    byUnit.set(key, points)
    if (used.has(figure.from) || points.some(({ year }) => year === period.first)) continue
    used.add(figure.from)
    points.push({ year: period.first, figure })
  }
  return [...byUnit.values()].filter(points => points.length > 1).map(points => ({ points }))
}
