import type { Figure } from '../../figures/figure'
import { isRoundingOf, near } from '../amounts'
import { dueChange } from '../due-change'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "Tăng từ 40 lên 50 hộ, tăng 20%": growth and difference must be those of the two values. */
export const fromTo: PassageRule = {
  kind: 'passage',
  name: 'from-to',
  severity: 'error',
  explanation: {
    title: 'Mức tăng, giảm không khớp với hai số',
    finds:
      'Mức tăng, giảm, số lần hoặc tốc độ tăng khác với hiệu hay thương của hai số đầu, cuối; “tăng từ” mà số sau nhỏ hơn, “giảm từ” mà số sau lớn hơn.',
    example: 'Số doanh nghiệp tăng từ 400 lên 500, tăng 20%.',
    silent: 'Khi mức tăng là số làm tròn, khi chỉ có một trong hai số, hoặc khi là bình quân mỗi năm.',
  },
  check: passage => passage.numbers.figures.flatMap((_, index) => checkPair(passage, index)),
}

const beginning =
  /(?<way>tăng|giảm|nâng|hạ|rút|kéo giảm)(?:\s+[\p{L}\p{M}]+){0,4}\s+từ\s+(?:mức\s+|chỉ\s+|gần\s+|trên\s+|hơn\s+|khoảng\s+)*$/iu
const plainBeginning = /(?<![\p{L}\p{M}])từ\s+(?:mức\s+|chỉ\s+)*$/iu
const leading =
  /^[^.;:()\d]{0,60}?(?:năm\s+\d{4}\s+|đầu nhiệm kỳ\s+)?(?:lên|xuống|xuống còn|còn|thành|đến)(?:\s+(?:mức|còn|tới|đến|trên|gần|hơn|khoảng))*\s*$/iu
const yearly = /bình quân|trung bình|mỗi năm|hằng năm|hàng năm/iu

function checkPair(passage: Passage, index: number): Finding[] {
  const { text, numbers } = passage
  const [first, last] = [numbers.figures[index], numbers.figures[index + 1]]
  if (!first || !last || !isLevel(first) || !isLevel(last)) return []
  const before = text.slice(Math.max(0, first.from - 70), first.from)
  const begun = beginning.exec(before)
  if (!begun && !plainBeginning.test(before)) return []
  if (!leading.test(withoutYears(text.slice(first.to, last.from)))) return []
  const unit = last.unit || first.unit
  if (first.unit !== '' && first.unit !== unit) return []
  const scale = first.unit === '' && first.scale === 1 ? last.scale : 1
  const pair: Pair = { first, last, was: first.low * scale, now: last.low, unit }
  return [...checkWay(passage, begun?.groups?.['way'], pair), ...checkChange(passage, index + 2, pair)]
}

interface Pair {
  readonly first: Figure
  readonly last: Figure
  readonly was: number
  readonly now: number
  readonly unit: string
}

const isLevel = (figure: Figure): boolean => figure.low === figure.high && figure.of === null
const withoutYears = (text: string): string => text.replace(/(?:\(|năm\s+)?(?:19|20)\d{2}\)?/gu, '')

function checkWay(passage: Passage, way: string | undefined, { first, last, was, now }: Pair): Finding[] {
  if (way === undefined || near(was, now)) return []
  const isUp = /tăng|nâng/iu.test(way)
  if (isUp === now > was) return []
  const found = isUp ? 'tăng' : 'giảm'
  return [
    {
      rule: fromTo.name,
      severity: 'error',
      message: `Viết “${found}” nhưng số sau ${now > was ? 'lớn' : 'nhỏ'} hơn số trước.`,
      places: [placeIn(passage, { from: first.from, to: last.to })],
      found,
    },
  ]
}

/** The change named after the two values, in the same breath. */
function checkChange(passage: Passage, index: number, pair: Pair): Finding[] {
  const { text, numbers } = passage
  const told = numbers.figures[index]
  if (!told || told.change === '' || told.low !== told.high || told.per !== '' || told.modality !== 'exact')
    return []
  const between = text.slice(pair.last.to, told.from)
  if (/[.;:]/u.test(between) || between.length > 60 || yearly.test(between)) return []
  if (pair.first.modality !== 'exact' || pair.last.modality !== 'exact') return []
  const due = dueChange(told, pair)
  if (due === undefined || isRoundingOf(told, due.value) || due.isAlso?.(told) === true) return []
  const computed = due.inWords
  const found = text.slice(told.from, told.to)
  return [
    {
      rule: fromTo.name,
      severity: 'error',
      message: `Từ ${text.slice(pair.first.from, pair.first.to)} thành ${text.slice(pair.last.from, pair.last.to)} là ${computed}, văn bản ghi ${found}.`,
      places: [placeIn(passage, told), placeIn(passage, { from: pair.first.from, to: pair.last.to })],
      computed,
      found,
    },
  ]
}
