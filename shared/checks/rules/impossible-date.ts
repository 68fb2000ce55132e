import type { Span } from '../../figures/figure'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "31/4/2020", "ngày 30 tháng 02". */
export const impossibleDate: PassageRule = {
  kind: 'passage',
  name: 'impossible-date',
  severity: 'error',
  explanation: {
    title: 'Ngày tháng không có thật',
    finds: 'Ngày không có trong tháng ấy, tháng lớn hơn 12, quý lớn hơn 4.',
    example: 'Kế hoạch ban hành ngày 31/4/2020.',
    silent: 'Với tỷ số, phân số và số hiệu văn bản.',
  },
  check: passage =>
    [...datesIn(passage.text)].flatMap(date => (isReal(date) ? [] : [findingOf(passage, date)])),
}

export interface WrittenDate extends Span {
  readonly day: number
  readonly month: number
  /** Null where only day and month are written. */
  readonly year: number | null
}

const patterns = [
  /(?<![\d/.,-])(?<d>\d{1,2})(?<s>[/.-])(?<m>\d{1,2})\k<s>(?<y>(?:19|20)\d{2})(?!\d|\/)/gu,
  /ngày\s+(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})(?:\s+năm\s+(?<y>(?:19|20)\d{2}))?(?!\d)/giu,
  /ngày\s+(?<d>\d{1,2})\/(?<m>\d{1,2})(?![\d/])/giu,
]

export function* datesIn(text: string): Iterable<WrittenDate> {
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const { d, m, y } = match.groups ?? {}
      yield {
        day: Number(d),
        month: Number(m),
        year: y === undefined ? null : Number(y),
        from: match.index,
        to: match.index + match[0].length,
      }
    }
}

/** A day of the calendar; 29 February of an unknown year is one. */
export function isReal({ day, month, year }: WrittenDate): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}

const findingOf = (passage: Passage, date: WrittenDate): Finding => ({
  rule: impossibleDate.name,
  severity: 'error',
  message: `Không có ngày ${date.day}/${date.month}${date.year === null ? '' : `/${date.year}`}.`,
  places: [placeIn(passage, date)],
  found: passage.text.slice(date.from, date.to),
})
