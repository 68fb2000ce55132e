import type { Figure } from '../figures/figure'
import { formatNumber } from '../figures/format-figure'

/** How far two sums of doubles may lie apart and still be one number. */
const dust = 1e-9

export const near = (one: number, other: number): boolean =>
  Math.abs(one - other) <= dust * Math.max(1, Math.abs(one), Math.abs(other))

/** Whether what was written can be `value` rounded to the last place written. */
export const isRoundingOf = (figure: Figure, value: number): boolean =>
  Math.abs(figure.low - value) <= figure.step / 2 + dust * Math.max(1, Math.abs(value))

/** Places after the comma for a step: 0.01 needs two. */
export const placesOf = (step: number): number => Math.max(0, Math.min(6, Math.round(-Math.log10(step))))

/** A value as the figure beside it is written: in its scale, with its places and its unit. */
export function likeFigure(value: number, figure: Figure, morePlaces = 0): string {
  const places = placesOf(figure.step / figure.scale) + morePlaces
  const number = formatNumber(value / figure.scale, places)
  const scale = scaleWords.find(([factor]) => factor === figure.scale)?.[1] ?? ''
  const unit = [scale, figure.unit].filter(Boolean).join(' ')
  return unit === '' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`
}

const scaleWords: readonly (readonly [number, string])[] = [
  [1e3, 'nghìn'],
  [1e4, 'vạn'],
  [1e6, 'triệu'],
  [1e9, 'tỷ'],
  [1e12, 'nghìn tỷ'],
]

/** Plain amounts that can be added up: one value, neither a change nor a part of a fraction. */
export const isAmount = (figure: Figure): boolean =>
  figure.low === figure.high && figure.change === '' && figure.of === null && figure.per === ''
