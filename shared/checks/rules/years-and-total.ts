import type { Figure } from '../../figures/figure'
import { isAmount, likeFigure, near } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { Checked, ReportRule } from '../rule'
import { seriesIn, type Series } from '../series'

/** "Giai đoạn 2016 - 2020 thu 9.878 tỷ đồng" and what its note gives for each year. */
export const yearsAndTotal: ReportRule = {
  kind: 'report',
  name: 'years-and-total',
  severity: 'error',
  explanation: {
    title: 'Tổng cả giai đoạn khác tổng các năm',
    finds:
      'Số của cả giai đoạn không bằng tổng số của từng năm, nêu trong cùng đoạn hoặc trong chú thích của đoạn ấy.',
    example:
      'Giai đoạn 2019 - 2021 thu 300 tỷ đồng; năm 2019 thu 90 tỷ đồng, năm 2020 thu 100 tỷ đồng, năm 2021 thu 120 tỷ đồng.',
    silent:
      'Khi không nêu đủ các năm của giai đoạn, khi tổng là số ước lượng, khi là tỷ lệ hoặc số bình quân.',
  },
  check: ({ passages }) => {
    const notes = notesOf(passages)
    return passages.flatMap(passage => {
      const near = [passage, ...passage.notes.flatMap(id => notes.get(id) ?? [])]
      return near.flatMap(one => seriesOfPassage(one).flatMap(series => checkSeries(passage, one, series)))
    })
  },
}

export function notesOf(passages: Checked['passages']): ReadonlyMap<string, readonly Passage[]> {
  const notes = new Map<string, Passage[]>()
  for (const passage of passages) {
    if (passage.place.kind !== 'note') continue
    notes.set(passage.place.id, [...(notes.get(passage.place.id) ?? []), passage])
  }
  return notes
}

const seriesOfPassage = (passage: Passage): Series[] =>
  seriesIn(passage, { from: 0, to: passage.text.length })

function checkSeries(passage: Passage, told: Passage, { points }: Series): Finding[] {
  const years = points.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (points.length < 3 || points.length !== last - first + 1) return []
  const unit = points[0]?.figure.unit ?? ''
  if (unit === '' || unit.endsWith('%') || unit === 'lần') return []
  const totals = passage.numbers.figures.filter(figure => isTotal(figure, { unit, first, last }))
  if (totals.length !== 1) return []
  return totals.flatMap(total =>
    compare(
      passage,
      told,
      total,
      points.map(({ figure }) => figure),
    ),
  )
}

function isTotal(figure: Figure, due: { unit: string; first: number; last: number }): boolean {
  const { period } = figure
  if (!isAmount(figure) || figure.modality !== 'exact' || figure.unit !== due.unit || !period) return false
  return period.first === due.first && period.last === due.last && due.first !== due.last
}

function compare(passage: Passage, told: Passage, total: Figure, parts: readonly Figure[]): Finding[] {
  if (parts.some(({ modality }) => modality !== 'exact')) return []
  const sum = parts.reduce((all, { low }) => all + low, 0)
  const slack = Math.max(total.step / 2, (parts.length * Math.max(...parts.map(({ step }) => step))) / 2)
  const isWhole = total.step <= total.scale && parts.every(({ step, scale }) => step >= scale)
  if (near(sum, total.low) || (!isWhole && Math.abs(sum - total.low) <= slack)) return []
  // An average of the years, or the state at the end, is no total.
  if (total.low < Math.max(...parts.map(({ low }) => low)) * 1.01) return []
  const [computed, found] = [likeFigure(sum, total), likeFigure(total.low, total)]
  return [
    {
      rule: yearsAndTotal.name,
      severity: 'error',
      message: `Các năm cộng lại là ${computed}, cả giai đoạn ghi ${found}.`,
      places: [placeIn(passage, total), ...parts.map(part => placeIn(told, part))],
      computed,
      found,
    },
  ]
}
