import type { Figure, Modality } from './figure'

/** What the words right before a number make of it. */
export interface WordsBefore {
  readonly modality: Modality
  readonly estimated: boolean
  readonly change: Figure['change']
  /** Where the first of them stands. */
  readonly from: number
}

const modalityWords: Readonly<Record<string, Modality>> = {
  'không dưới': 'at-least',
  'không ít hơn': 'at-least',
  'không thấp hơn': 'at-least',
  'ít nhất': 'at-least',
  'tối thiểu': 'at-least',
  '>=': 'at-least',
  '≥': 'at-least',
  trên: 'more',
  hơn: 'more',
  '>': 'more',
  'không quá': 'at-most',
  'không vượt quá': 'at-most',
  'nhiều nhất': 'at-most',
  'tối đa': 'at-most',
  '<=': 'at-most',
  '≤': 'at-most',
  dưới: 'less',
  '<': 'less',
  khoảng: 'about',
  'xấp xỉ': 'about',
  'trên dưới': 'about',
  chừng: 'about',
  '~': 'about',
  gần: 'nearly',
  ngót: 'nearly',
}

const spaced = (words: string): string => words.replaceAll(' ', String.raw`\s+`)
const modality = Object.keys(modalityWords)
  .sort((one, other) => other.length - one.length)
  .map(spaced)
  .join('|')

/** "Tăng thêm", "cao hơn", "gấp"; "giảm còn" and "giảm xuống" tell a level, and are no change. */
const changes = String.raw`tăng(?:\s+thêm)?|vượt|cao\s+hơn|nhiều\s+hơn|lớn\s+hơn|giảm(?:\s+bớt)?|thấp\s+hơn|ít\s+hơn|hụt|gấp`
const fillers = String.raw`bình\s+quân|trung\s+bình|mỗi\s+năm|hằng\s+năm|hàng\s+năm|đạt|được|là|thêm|tới|từ|mức|chỉ|còn|lên|xuống|thu|chi`
const estimates = String.raw`ước|ước\s+tính|ước\s+thực\s+hiện|dự\s+kiến|dự\s+ước`

const word = (alternatives: string): string =>
  String.raw`(?:(?<![\p{L}\p{M}])(?:${alternatives})(?![\p{L}\p{M}])\s*)`
const sign = String.raw`(?:>=|<=|[≥≤<>~])`
const before = new RegExp(
  `(?<change>${word(changes)})?(?<filler>(?:${word(fillers)}|${word(estimates)})*)` +
    `(?<modality>(?:${sign}\\s*|${word(modality)}))?$`,
  'iu',
)

const estimate = new RegExp(word(estimates), 'iu')

/** How far back the words about a number can begin, in UTF-16 units. */
const reach = 60

/** Reads back from `at`, where the digits begin. `isRange`: "từ" begins the range, and no change to a level. */
export function readBefore(text: string, at: number, isRange = false): WordsBefore {
  const start = Math.max(0, at - reach)
  const found = before.exec(text.slice(start, at))
  const groups = found?.groups ?? {}
  const filler = groups['filler'] ?? ''
  const told = (groups['modality'] ?? '').trim().toLowerCase().replace(/\s+/g, ' ')
  return {
    modality: modalityWords[told] ?? 'exact',
    estimated: estimate.test(filler),
    change: changeOf(groups['change'], isRange ? filler.replace(/từ\s*$/iu, '') : filler),
    from: start + (found?.index ?? at - start),
  }
}

const toLevel = /(?<![\p{L}\p{M}])(?:còn|lên|xuống|tới|đạt|từ)(?![\p{L}\p{M}])/iu

function changeOf(words: string | undefined, filler: string): Figure['change'] {
  if (words === undefined) return ''
  if (toLevel.test(filler)) return ''
  if (/gấp/i.test(words)) return 'times'
  return /giảm|thấp|ít|hụt/i.test(words) ? 'down' : 'up'
}
