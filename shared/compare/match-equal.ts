import { diffArrays } from 'diff'

/** An index on each side. */
export type Pair = readonly [was: number, now: number]

// Comparing takes edits times length. Two texts this far apart have next to nothing in common, and nobody waits for it.
const mostEdits = 4000

/** A longest run of pairs of equal members, in order on both sides. Of lists that differ in almost everything, their ends. */
export function matchEqual(was: readonly string[], now: readonly string[]): readonly Pair[] {
  const shorter = Math.min(was.length, now.length)
  let start = 0
  while (start < shorter && was[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end++
  const pairs: Pair[] = []
  for (let at = 0; at < start; at++) pairs.push([at, at])
  for (const [a, b] of matchBetween(was.slice(start, was.length - end), now.slice(start, now.length - end)))
    pairs.push([a + start, b + start])
  for (let left = end; left > 0; left--) pairs.push([was.length - left, now.length - left])
  return pairs
}

function matchBetween(was: string[], now: string[]): Pair[] {
  if (was.length === 0 || now.length === 0) return []
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  for (const { added, removed, count } of diffArrays(was, now, { maxEditLength: mostEdits }) ?? []) {
    if (removed) a += count
    else if (added) b += count
    else for (let left = count; left > 0; left--) pairs.push([a++, b++])
  }
  return pairs
}
