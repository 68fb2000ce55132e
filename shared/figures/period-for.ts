import type { Period, Span } from './figure'

/** Words after which a time is what is compared with, not the time of the figure: "so với năm 2015". */
const compared = /(?:so\s+với|so|hơn|bằng|của)\s+(?:\p{L}+\s+){0,3}$/iu
const clauseEnd = /[;.!?](?=\s|$)|\n/u

/**
 * The time that a sentence gives a figure: one right after it ("18% năm 2016"), else the nearest before it in its
 * clause ("năm 2020 ước đạt 845 tỷ đồng").
 */
export function periodFor(text: string, figure: Span, periods: readonly Period[]): Period | null {
  const own = periods.filter(period => !compared.test(text.slice(Math.max(0, period.from - 40), period.from)))
  const after = own.find(period => period.from >= figure.to)
  if (after && rightAfter.test(text.slice(figure.to, after.from))) return after
  const before = own.filter(period => period.to <= figure.from).at(-1)
  return before && joined(text.slice(before.to, figure.from)) ? before : null
}

const rightAfter = /^\s*(?:vào|trong)?\s*(?:năm|giai đoạn|nhiệm kỳ)\s*$/iu
const joined = (between: string): boolean => !clauseEnd.test(between)
