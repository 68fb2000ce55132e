import type { Figure } from '../../figures/figure'
import { formatNumber } from '../../figures/format-figure'
import { isAmount, isRoundingOf, placesOf } from '../amounts'
import type { Finding } from '../finding'
import { placeIn, type Passage } from '../passage'
import type { PassageRule } from '../rule'

/** "192/260 vấn đề, đạt 72,7%": a percentage must be that of its numerator and denominator. */
export const percentOfWhole: PassageRule = {
  kind: 'passage',
  name: 'percent-of-whole',
  severity: 'error',
  explanation: {
    title: 'Tỷ lệ phần trăm không khớp với số đã nêu',
    finds:
      'Tỷ lệ viết ngay sau một phần và tổng của nó (“192/260 vấn đề, đạt 72,7%”), hoặc sau một phần mà tổng đã nêu trong câu (“80 trường hợp, … 16 trường hợp, chiếm 21%”), khi chia ra không được tỷ lệ ấy.',
    example: 'Đã giải quyết 150/200 kiến nghị, đạt 78%.',
    silent:
      'Khi tỷ lệ là số làm tròn của kết quả, khi là tỷ lệ so với kế hoạch, dự toán, hoặc không rõ tổng nào.',
  },
  check: passage =>
    passage.numbers.figures.flatMap((percent, index) => checkPercent(passage, percent, index)),
}

const linking =
  /^[\s,;]*(?:[\p{L}\p{M}\s,]{0,60}?)(?:đạt|chiếm|bằng|tương đương|tương ứng|đạt tỷ lệ|tỷ lệ|tỉ lệ)(?:\s+(?:tỷ lệ|tỉ lệ|khoảng|gần|trên|là|được))*\s*$/iu
const opened = /^\s*\((?:đạt|chiếm|bằng|tương đương|tỷ lệ|tỉ lệ)?\s*(?:tỷ lệ|tỉ lệ)?\s*$/iu
const ofPlan =
  /^\s*(?:so với\s+|so\s+)?(?:kế hoạch|KH|dự toán|chỉ tiêu|mục tiêu|nghị quyết|cùng kỳ|năm|tổng|số|giá trị|diện tích|vốn|dân số)/iu

function checkPercent(passage: Passage, percent: Figure, index: number): Finding[] {
  if (percent.unit !== '%' || percent.per !== '' || percent.change !== '' || percent.low !== percent.high)
    return []
  const part = partBefore(passage, percent, index)
  if (!part) return []
  if (part.of !== null) return judge(passage, { part, whole: part.of, percent, sure: true })
  if (ofPlan.test(passage.text.slice(percent.to))) return []
  const wholes = wholesBefore(passage, part)
  if (wholes.length !== 1) return []
  return wholes.flatMap(whole => {
    const share = (part.low / whole.low) * 100
    // Far from it the percentage is one of something else.
    const isOfIt = share > percent.low / 2 && share < percent.low * 2
    return isOfIt ? judge(passage, { part, whole: whole.low, percent, sure: whole.modality === 'exact' }) : []
  })
}

/** The amount that a percentage speaks of: the one before it, what stands in brackets between them left out. */
function partBefore(passage: Passage, percent: Figure, index: number): Figure | undefined {
  const before = passage.numbers.figures.slice(Math.max(0, index - 6), index).reverse()
  const end = percent.from - modalityLength(passage, percent)
  return before.find(part => {
    if (part.unit.endsWith('%') || part.low !== part.high || part.change !== '') return false
    const between = passage.text.slice(part.to, end).replace(/\([^()]*\)/gu, '')
    return opened.test(between) || (!/[()]/u.test(between) && linking.test(between))
  })
}

/** The words of a modality right before ("gần 73%") belong to the percentage. */
function modalityLength(passage: Passage, { from, modality }: Figure): number {
  if (modality === 'exact') return 0
  return /(?:\S+\s+){1,2}$/u.exec(passage.text.slice(0, from))?.[0].length ?? 0
}

/** Larger amounts of the same unit in the sentence, of which the part may be one; the head of its bracket before all. */
function wholesBefore(passage: Passage, part: Figure): Figure[] {
  const sentence = passage.sentences.find(({ from, to }) => from <= part.from && part.to <= to)
  const start = sentence?.from ?? 0
  const before = passage.numbers.figures.filter(figure => figure.from >= start && figure.to <= part.from)
  const bracket = openBracket(passage.text.slice(start, part.from))
  const head = bracket < 0 ? undefined : before.filter(figure => figure.to <= start + bracket).at(-1)
  return (head ? [head] : before).filter(
    figure => isAmount(figure) && figure.unit !== '' && sameUnit(part, figure) && figure.low >= part.low,
  )
}

const sameUnit = (part: Figure, whole: Figure): boolean =>
  part.unit === whole.unit || (part.unit === '' && whole.scale === 1)

/** Where a bracket opens that is still open at the end; -1 where there is none. */
function openBracket(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    if (text[at] === '(' && depth-- === 0) return at
  }
  return -1
}

interface Judged {
  readonly part: Figure
  readonly whole: number
  readonly percent: Figure
  readonly sure: boolean
}

function judge(passage: Passage, { part, whole, percent, sure }: Judged): Finding[] {
  if (whole <= 0 || isShare(percent, part.low, whole)) return []
  if (part.modality !== 'exact') return []
  const value = (part.low / whole) * 100
  const computed = `${formatNumber(value, Math.max(1, placesOf(percent.step)))}%`
  const found = passage.text.slice(percent.digits.from, percent.to)
  return [
    {
      rule: percentOfWhole.name,
      severity: sure ? 'error' : 'question',
      message: `${formatNumber(part.low, placesOf(part.step))} trên ${formatNumber(whole, placesOf(part.step))} là ${computed}, văn bản ghi ${found}.`,
      places: [placeIn(passage, percent), placeIn(passage, part)],
      computed,
      found,
    },
  ]
}

function isShare(percent: Figure, part: number, whole: number): boolean {
  if (whole <= 0) return false
  const value = (part / whole) * 100
  switch (percent.modality) {
    case 'exact':
      return isRoundingOf(percent, value)
    case 'more':
    case 'at-least':
      return value >= percent.low - percent.step / 2
    case 'less':
    case 'at-most':
      return value <= percent.low + percent.step / 2
    case 'nearly':
    case 'about':
      return Math.abs(value - percent.low) <= Math.max(percent.low * 0.05, percent.step)
  }
}
