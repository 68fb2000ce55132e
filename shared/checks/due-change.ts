import { formatNumber } from '../figures/format-figure'
import type { Figure } from '../figures/figure'
import { isRoundingOf, likeFigure, placesOf } from './amounts'

/** What a change from one value to another is, said in the unit of what was told. */
export interface Due {
  readonly value: number
  readonly inWords: string
  /** Another reading that people mean as well. */
  readonly isAlso?: (told: Figure) => boolean
}

interface Pair {
  readonly was: number
  readonly now: number
  /** Of both values. */
  readonly unit: string
}

/** Undefined where the unit told cannot be that of such a change. */
export function dueChange(told: Figure, { was, now, unit }: Pair): Due | undefined {
  const difference = Math.abs(now - was)
  if (told.unit === 'lần') {
    if (was === 0) return undefined
    const times = Math.max(now, was) / Math.min(now, was)
    // "Tăng 1,5 lần" is said of 2,5 times as much, too.
    return {
      value: times,
      inWords: `${formatNumber(times, 2)} lần`,
      isAlso: one => isRoundingOf(one, times - 1),
    }
  }
  if (told.unit === '%' && unit === '%')
    return {
      value: difference,
      inWords: `${formatNumber(difference, placesOf(told.step))} điểm %`,
      isAlso: one => was > 0 && isRoundingOf(one, (difference / was) * 100),
    }
  if (told.unit === 'điểm %' && unit === '%')
    return { value: difference, inWords: `${formatNumber(difference, placesOf(told.step))} điểm %` }
  if (told.unit === '%') {
    if (was <= 0) return undefined
    const percent = (difference / was) * 100
    return { value: percent, inWords: `${formatNumber(percent, Math.max(1, placesOf(told.step)))}%` }
  }
  return told.unit === unit ? { value: difference, inWords: likeFigure(difference, told) } : undefined
}
