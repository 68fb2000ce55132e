import type { IndicatorRow } from './indicator-row'
import { parseTarget, type Target } from './parse-target'

/** What a row's figures say, computed and never stored. */
export type IndicatorStatus =
  | { readonly kind: 'reached' }
  | { readonly kind: 'exceeded' }
  | { readonly kind: 'missed' }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }

/**
 * Why nothing is said: the row is a group or only a title · a cell is empty · a cell is not a figure ·
 * target and result are in different units · the target is a change and the result is not ·
 * the result differs from a plain target and nobody has said which way is better.
 */
export type UnknownReason =
  | 'title-row'
  | 'no-target'
  | 'no-result'
  | 'unreadable-target'
  | 'unreadable-result'
  | 'units-differ'
  | 'not-a-change'
  | 'direction'

type Readable = Exclude<Target, { kind: 'empty' | 'unparsed' }>
type Result = Extract<Target, { kind: 'exact' }>

const unknown = (reason: UnknownReason): IndicatorStatus => ({ kind: 'unknown', reason })

/** Compares the typed result with the typed target. Says "unknown" rather than guess. */
export function indicatorStatus(row: IndicatorRow): IndicatorStatus {
  if (row.kind === 'group') return unknown('title-row')
  const target = parseTarget(row.target)
  const result = parseTarget(row.result)
  if (target.kind === 'empty') return unknown(result.kind === 'empty' ? 'title-row' : 'no-target')
  if (result.kind === 'empty') return unknown('no-result')
  if (target.kind === 'unparsed') return unknown('unreadable-target')
  if (result.kind !== 'exact') return unknown('unreadable-result')
  return judge(target, result, row)
}

function judge(target: Readable, result: Result, row: IndicatorRow): IndicatorStatus {
  if (target.unit !== '' && result.unit !== '' && !sameUnit(target.unit, result.unit))
    return unknown('units-differ')
  const value = target.change === '' ? result.value : changeTowards(target.change, result, row)
  if (value === undefined) return unknown('not-a-change')
  // A change is measured the way it should go ("giảm 3" is 3 towards "giảm 2"), so more is always better.
  return compare(target, value, target.change === '' ? directionOf(target, row) : 'up')
}

/** How far the result went the way the target asks, or undefined where it is a level rather than a change. */
function changeTowards(way: 'up' | 'down', result: Result, row: IndicatorRow): number | undefined {
  if (result.change !== '') return result.change === way ? result.value : -result.value
  return result.unit === '%' || row.unit.includes('%') ? result.value : undefined
}

function compare(target: Readable, value: number, direction: IndicatorRow['direction']): IndicatorStatus {
  switch (target.kind) {
    case 'range':
      return direction === 'down'
        ? between(-value, -target.high, -target.low)
        : between(value, target.low, target.high)
    case 'at-least':
      return between(value, target.low, target.low)
    case 'at-most':
      return between(-value, -target.high, -target.high)
    // Nothing short of the bound will do, and whatever is beyond it exceeds it: so offices write.
    case 'more':
      return { kind: value > target.low ? 'exceeded' : 'missed' }
    case 'less':
      return { kind: value < target.high ? 'exceeded' : 'missed' }
    case 'exact':
      return compareExact(target.value, value, direction)
  }
}

const directionOf = (target: Readable, row: IndicatorRow): IndicatorRow['direction'] =>
  target.kind === 'range' && target.falling ? 'down' : row.direction

/** Without a direction only equality says something: 0,9 against 1 is good for births and bad for schools. */
function compareExact(target: number, value: number, direction: IndicatorRow['direction']): IndicatorStatus {
  if (value === target) return { kind: 'reached' }
  if (direction === '') return unknown('direction')
  return direction === 'up' ? between(value, target, target) : between(-value, -target, -target)
}

/** Below is missed, above is exceeded, on either bound is reached. */
function between(value: number, low: number, high: number): IndicatorStatus {
  if (value < low) return { kind: 'missed' }
  return { kind: value > high ? 'exceeded' : 'reached' }
}

const sameUnit = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
