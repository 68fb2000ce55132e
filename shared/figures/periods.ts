import type { Period, Span } from './figure'
import { inOrder, outside } from './spans'

const year = String.raw`(?:19|20)\d{2}`
const dash = String.raw`\s*(?:-|–|—|đến(?:\s+năm)?|tới(?:\s+năm)?)\s*`
const wordStart = String.raw`(?<![\p{L}\p{M}\d.,/])`
const end = String.raw`(?![\d%‰/]|[.,]\d)`
/** What may stand before a bare year. Anything else before four digits makes a count of them. */
const before = [
  'năm',
  'và',
  'từ',
  'đến',
  'tới',
  'cuối',
  'đầu',
  'giữa',
  'trước',
  'sau',
  'so với',
  'so',
  'so sánh',
  'giai đoạn',
  'nhiệm kỳ',
  'thời kỳ',
  'niên độ',
  'tầm nhìn',
  'hết',
  'kể từ',
  'của',
  'mùa',
  'vụ',
  'quý [IVX]+',
]

type KeyOf = (found: Readonly<Record<string, string | undefined>>) => string | undefined

const quarters: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** Patterns of times, each with its key; the first that finds a place keeps it. */
const patterns: readonly (readonly [RegExp, KeyOf])[] = [
  [
    new RegExp(`${wordStart}(?<a>${year})${dash}(?<b>${year})${end}(?!\\s*%)`, 'giu'),
    found => (Number(found['a']) < Number(found['b']) ? `${found['a']}-${found['b']}` : undefined),
  ],
  [
    new RegExp(`${wordStart}quý\\s+(?<q>IV|I{1,3}|[1-4])\\s*(?:/|năm|,)?\\s*(?<a>${year})${end}`, 'giu'),
    found => `${found['a']}-Q${quarters[(found['q'] ?? '').toLowerCase()] ?? found['q']}`,
  ],
  [
    new RegExp(
      `${wordStart}(?<m>\\d{1,2})\\s+tháng\\s+(?:đầu|cuối)\\s+(?:năm\\s+)?(?<a>${year})${end}`,
      'giu',
    ),
    found => (Number(found['m']) === 6 ? `${found['a']}-H1` : `${found['a']}-M${Number(found['m'])}`),
  ],
  [
    new RegExp(
      `${wordStart}(?:tháng\\s+)?(?<m>1[0-2]|0?[1-9])\\s*(?:/|\\s+năm\\s+)\\s*(?<a>${year})${end}`,
      'giu',
    ),
    found => `${found['a']}-${(found['m'] ?? '').padStart(2, '0')}`,
  ],
  [
    new RegExp(`(?<=(?<![\\p{L}\\p{M}])(?:${before.join('|')})\\s+)(?<a>${year})${end}`, 'giu'),
    found => found['a'],
  ],
  // In brackets, or after a comma that lists years.
  [new RegExp(`(?<=[(]\\s*)(?<a>${year})(?=\\s*[),;:])`, 'gu'), found => found['a']],
]

/** The times that a text names, in reading order. `taken`: spans that hold something else, dates of documents for one. */
export function periodsIn(text: string, taken: readonly Span[]): Period[] {
  const found: Period[] = []
  for (const [pattern, keyOf] of patterns) {
    const here = [...text.matchAll(pattern)].flatMap(match => {
      const key = keyOf(match.groups ?? {})
      return key === undefined ? [] : [periodOf(key, match.index, match.index + match[0].length)]
    })
    found.push(...outside(here, [...taken, ...found]))
  }
  return found.sort(inOrder)
}

function periodOf(key: string, from: number, to: number): Period {
  const years = key.match(/\d{4}/g) ?? []
  const first = Number(years[0])
  return { key, first, last: Number(years[1] ?? years[0]), from, to }
}
