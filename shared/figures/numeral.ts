import { numberPattern, parseNumber } from '../indicators/parse-number'

/** A number's digits, without sign: "21.566", "18,05", "02", "1.234,5". */
export interface Numeral {
  readonly value: number
  /** What one more in its last digit would add. */
  readonly step: number
}

/** The numeral that a text is, or undefined where it is anything else. */
export function numeralOf(digits: string): Numeral | undefined {
  const value = parseNumber(digits)
  return value === undefined ? undefined : { value, step: stepOf(digits) }
}

/** Any numeral that is not a piece of a longer run of digits and signs, such as 1.2.3. */
export const numeralPattern = String.raw`(?<!\d[.,]?)(?:${numberPattern})(?!\d|[.,]\d)`

const grouped = /^\d{1,3}(?:\.\d{3})+$/

function stepOf(digits: string): number {
  if (grouped.test(digits)) return 1
  const fraction = /[.,](\d+)$/.exec(digits)?.[1] ?? ''
  return 10 ** -fraction.length
}

const scales: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
  'nghìn tỷ': 1e12,
  'nghìn tỉ': 1e12,
  'ngàn tỷ': 1e12,
  'ngàn tỉ': 1e12,
  'triệu tỷ': 1e15,
}

/** Scale words, the longest first: "nghìn tỷ" before "nghìn". */
export const scalePattern = String.raw`(?:nghìn|ngàn|triệu)\s+t[ỷỉ]|nghìn|ngàn|vạn|triệu|t[ỷỉ]`

/** The factor of a scale word; 1 where there is none. */
export const scaleOf = (word: string | undefined): number =>
  word === undefined ? 1 : (scales[word.toLowerCase().replace(/\s+/g, ' ')] ?? 1)
