import { describe, expect, it } from 'vitest'
import type { Figure, NotFigure, Numbers, Period } from '../../../shared/figures/figure'
import { figureScales, formatFigure, formatNumber } from '../../../shared/figures/format-figure'
import { readNumbers } from '../../../shared/figures/read-numbers'
import { randomFrom } from '../../support/random'
import { figureCases, otherCases } from './number-cases'

describe('readNumbers', () => {
  it.each([...figureCases, ...otherCases])('reads "%s"', (text, read) => {
    expect(inWords(text, readNumbers(text))).toBe(read)
  })

  it('finds no figure in anything that only looks like one, whatever stands around it', () => {
    // The number of an item stands at the beginning or nowhere.
    const anywhere = otherCases.filter(([, read]) => !read.startsWith('list'))
    for (const [text] of anywhere)
      for (const around of [text, `Thực hiện tốt (${text}).`, `Theo ${text}, các cấp đã làm.`])
        expect(readNumbers(around).figures.map(one => around.slice(one.from, one.to))).toEqual([])
  })

  it('gives no digit to two of them', () => {
    const random = randomFrom(11)
    const all = [...figureCases, ...otherCases]
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 4 }, () => all[Math.floor(random() * all.length)]?.[0]).join('; ')
      const { figures, periods, others } = readNumbers(text)
      const spans = [...figures, ...periods, ...others].sort((one, other) => one.from - other.from)
      for (const [index, span] of spans.entries())
        expect(span.from, text).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0)
    }
  })
})

describe('formatFigure', () => {
  const units = ['%', 'đồng', 'ha', 'hộ', 'doanh nghiệp', 'điểm %', 'm²', 'người', 'USD', 'lần']

  it('writes what is read as the same value, step, unit and time unit', () => {
    const random = randomFrom(7)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
    for (let round = 0; round < 5_000; round++) {
      const places = Math.floor(random() * 4)
      const format = {
        scale: pick(figureScales),
        places,
        unit: pick(units),
        per: pick(['', 'năm', 'người/năm']),
      }
      const factor = { '': 1, nghìn: 1e3, triệu: 1e6, tỷ: 1e9, 'nghìn tỷ': 1e12 }[format.scale]
      const typed = Math.floor(random() * 10 ** (1 + Math.floor(random() * 7)))
      const low = Number(((typed / 10 ** places) * factor).toPrecision(15))
      const high = Number((((typed + 1) / 10 ** places) * factor).toPrecision(15))
      for (const value of [low, [low, high], [high, low]] as const) {
        const text = formatFigure(value, format)
        const read = readNumbers(`Kết quả: ${text}.`).figures
        expect(read.length, text).toBe(1)
        expect(read[0], text).toMatchObject({ unit: format.unit, per: format.per, modality: 'exact' })
        expect([read[0]?.low, read[0]?.high], text).toEqual(
          typeof value === 'number' ? [low, low] : [low, high],
        )
        expect(read[0]?.falling, text).toBe(typeof value !== 'number' && value[0] > value[1])
        expect(read[0]?.step, text).toBeCloseTo(factor / 10 ** places, 6)
      }
    }
  })

  it.each([
    [1.005, 2, '1,01'],
    [0.62, 1, '0,6'],
    [0.65, 1, '0,7'],
    [21566, 0, '21.566'],
    [999.95, 1, '1.000,0'],
    [1234567.891, 2, '1.234.567,89'],
    [-0.04, 1, '0,0'],
    [-2.5, 0, '-3'],
  ])('writes %d with %d places as %s', (value, places, written) => {
    expect(formatNumber(value, places)).toBe(written)
  })
})

function inWords(text: string, { figures, periods, others }: Numbers): string {
  const told = [
    ...figures.map(figure => [figure.from, figureInWords(figure)] as const),
    ...others.map(other => [other.from, otherInWords(text, other)] as const),
    ...periods.map(period => [period.from, keyOf(period)] as const),
  ]
  return told
    .sort(([one], [other]) => one - other)
    .map(([, words]) => words)
    .join(' ; ')
}

function figureInWords(figure: Figure): string {
  const words = [
    figure.low === figure.high ? `${figure.low}` : `${figure.low}..${figure.high}`,
    figure.unit,
    figure.per && `/${figure.per}`,
    figure.modality === 'exact' ? '' : figure.modality,
    figure.change,
    figure.of === null ? '' : `of ${figure.of}`,
    figure.estimated ? 'ước' : '',
    figure.falling ? 'falling' : '',
    figure.period ? keyOf(figure.period) : '',
  ]
  return words.filter(word => word !== '').join(' ')
}

const otherInWords = (text: string, { reason, from, to }: NotFigure): string =>
  `${reason} «${text.slice(from, to)}»`
const keyOf = ({ key }: Period): string => `@${key}`
