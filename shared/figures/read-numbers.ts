import type { Figure, Modality, Numbers, Period, Span } from './figure'
import { numeralOf, numeralPattern, type Numeral } from './numeral'
import { otherNumbersIn } from './other-numbers'
import { periodFor } from './period-for'
import { periodsIn } from './periods'
import { outside, spansOf } from './spans'
import { readAfter, type WordsAfter } from './words-after'
import { readBefore } from './words-before'

/** Every number of a text: the figures, the times, and digits that measure nothing. */
export function readNumbers(text: string): Numbers {
  if (!/\d/.test(text)) return none
  const others = otherNumbersIn(text)
  const periods = periodsIn(text, others)
  const pieces = outside(spansOf(text, numeral), [...others, ...periods]).flatMap(span => pieceAt(text, span))
  const figures: Figure[] = []
  for (let index = 0; index < pieces.length; index++) {
    const [piece, next] = [pieces[index], pieces[index + 1]]
    // "45 giường/10.000 dân": the second belongs to the unit of the first.
    if (!piece || piece.from < (figures.at(-1)?.to ?? 0)) continue
    const joint = next && jointOf(text, piece, next)
    figures.push(figureOf(text, piece, joint ? { joint, piece: next } : null, periods))
    if (joint) index++
  }
  return { figures, periods, others: outside(others, figures) }
}

const none: Numbers = { figures: [], periods: [], others: [] }
const numeral = new RegExp(numeralPattern, 'gu')

/** A numeral with what follows it. */
interface Piece extends Span, Numeral {
  readonly after: WordsAfter
}

/** A sign of its own, not the stroke of a range. */
const minusBefore = /(?:^|[\s(:;])[-−]$/u

function pieceAt(text: string, span: Span): Piece[] {
  const read = numeralOf(text.slice(span.from, span.to))
  if (!read) return []
  const sign = minusBefore.test(text.slice(0, span.from)) ? -1 : 1
  const from = sign < 0 ? span.from - 1 : span.from
  return [{ from, to: span.to, step: read.step, value: sign * read.value, after: readAfter(text, span.to) }]
}

type Joint = 'range' | 'of'

/** How two neighbours make one figure: "10 - 12%", "từ 25% đến 30%", "06/08 xã". */
function jointOf(text: string, one: Piece, other: Piece): Joint | undefined {
  const { unit, per, to } = one.after
  if (to > other.from || per !== '' || (unit !== '' && unit !== other.after.unit)) return undefined
  const between = text.slice(to, other.from).trim()
  if (between === '/') return 'of'
  return /^(?:-|–|—|đến)$/u.test(between) ? 'range' : undefined
}

interface Pair {
  readonly joint: Joint
  readonly piece: Piece
}

function figureOf(text: string, first: Piece, pair: Pair | null, periods: readonly Period[]): Figure {
  const last = pair?.piece ?? first
  const before = readBefore(text, first.from, pair?.joint === 'range')
  const { scale, unit, per, open } = last.after
  const range = pair?.joint === 'range' ? [first, last] : [first]
  // "10 - 12 triệu": the scale of the last is that of both, unless the first has its own.
  const values = range.map(piece => scaled(piece.value, piece.after.scale > 1 ? piece.after.scale : scale))
  const from = first.from
  const to = last.after.to
  return {
    from,
    to,
    digits: { from, to: last.to },
    low: Math.min(...values),
    high: Math.max(...values),
    falling: (values[0] ?? 0) > (values[1] ?? values[0] ?? 0),
    step: scaled(Math.min(...range.map(({ step }) => step)), scale),
    scale,
    unit,
    per,
    modality: isPerOne(first, unit) ? 'exact' : modalityOf(before.modality, open),
    estimated: before.estimated,
    change: changeOf(before.change, unit, pair),
    of: pair?.joint === 'of' ? last.value : null,
    // "Gấp 1,9 lần năm 2015" is compared with that year.
    period: periodFor(text, { from, to }, unit === 'lần' ? periods.filter(one => one.to <= from) : periods),
  }
}

/** Without the dust of binary fractions: 267,6 tỷ is 267 600 000 000. */
const scaled = (value: number, scale: number): number => Number((value * scale).toPrecision(15))

/** "Tăng 1,9 lần" tells how many times; "vượt mức 12/16 chỉ tiêu" no change at all. */
function changeOf(told: Figure['change'], unit: string, pair: Pair | null): Figure['change'] {
  if (pair?.joint === 'of') return ''
  return unit === 'lần' && told === 'up' ? 'times' : told
}

/** "Giá trị sản phẩm trên 1 ha" is said of each hectare. */
const isPerOne = ({ value }: Piece, unit: string): boolean => value === 1 && areas.includes(unit)
const areas = ['ha', 'm²', 'km²', 'm³']

function modalityOf(before: Modality, open: WordsAfter['open']): Modality {
  if (open === 'up') return 'at-least'
  return open === 'down' ? 'at-most' : before
}
