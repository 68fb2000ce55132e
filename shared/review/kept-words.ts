import { lettersIn } from './letters'

/* Words that were written over are looked for by their syllables: what stands between white space. */

export const syllablesIn = (text: string): string[] => text.split(/\s+/u).map(lettersIn).filter(Boolean)

/** Comparing two long texts costs their product; beyond this only their common start and end are looked at. */
const mostPairs = 2_000_000

/** How many syllables of `was` are in `now`, in their order; 0 … 1. */
export function shareKept(was: readonly string[], now: readonly string[]): number {
  return was.length === 0 ? 0 : pairsOf(was, now).length / was.length
}

/** The pairs of a longest common subsequence, as indexes into both. */
function pairsOf(was: readonly string[], now: readonly string[]): [number, number][] {
  let start = 0
  while (start < was.length && start < now.length && was[start] === now[start]) start++
  let same = 0
  const shorter = Math.min(was.length, now.length) - start
  while (same < shorter && was[was.length - 1 - same] === now[now.length - 1 - same]) same++
  const pairs: [number, number][] = []
  for (let index = 0; index < start; index++) pairs.push([index, index])
  pairs.push(...pairsWithin(was, now, { start, wasEnd: was.length - same, nowEnd: now.length - same }))
  for (let index = same; index > 0; index--) pairs.push([was.length - index, now.length - index])
  return pairs
}

interface Middle {
  readonly start: number
  readonly wasEnd: number
  readonly nowEnd: number
}

function pairsWithin(was: readonly string[], now: readonly string[], { start, wasEnd, nowEnd }: Middle) {
  const rows = wasEnd - start
  const columns = nowEnd - start
  const pairs: [number, number][] = []
  if (rows <= 0 || columns <= 0 || rows * columns > mostPairs) return pairs
  // lengths[row][column]: of the longest common subsequence of what is behind both.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1))
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0
  const isSame = (row: number, column: number): boolean => was[start + row] === now[start + column]
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const line = lengths[row]
      if (line)
        line[column] = isSame(row, column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  for (let row = 0, column = 0; row < rows && column < columns;)
    if (isSame(row, column)) pairs.push([start + row++, start + column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  return pairs
}

/** Syllables `from` up to `to` of a text. */
export interface SyllableRange {
  readonly from: number
  readonly to: number
  /** How much of what was looked for is in it, and how much of it is that; 0 … 1. */
  readonly share: number
  readonly purity: number
}

/** The stretch of `now`, at most half as long again as `was`, that has most of its syllables; null for none. */
export function likestStretch(was: readonly string[], now: readonly string[]): SyllableRange | null {
  const start = bestWindow(was, now, Math.ceil(was.length * 1.5))
  if (start === null) return null
  const pairs = pairsOf(was, now.slice(start, start + Math.ceil(was.length * 1.5)))
  const first = pairs[0]
  const last = pairs.at(-1)
  if (!first || !last) return null
  const from = start + first[1]
  const to = start + last[1] + 1
  return { from, to, share: pairs.length / was.length, purity: pairs.length / (to - from) }
}

/** Where the window begins that shares most syllables, whatever their order. */
function bestWindow(was: readonly string[], now: readonly string[], size: number): number | null {
  const left = new Map<string, number>()
  for (const syllable of was) left.set(syllable, (left.get(syllable) ?? 0) + 1)
  let shared = 0
  let best = 0
  let start: number | null = null
  for (const [index, syllable] of now.entries()) {
    const wanted = left.get(syllable)
    if (wanted !== undefined && wanted > 0) shared++
    if (wanted !== undefined) left.set(syllable, wanted - 1)
    const gone = now[index - size]
    const owed = gone === undefined ? undefined : left.get(gone)
    if (owed !== undefined && gone !== undefined) {
      left.set(gone, owed + 1)
      if (owed >= 0) shared--
    }
    if (shared > best) {
      best = shared
      start = Math.max(0, index - size + 1)
    }
  }
  return start
}
