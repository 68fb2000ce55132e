import { similarity, type ItemRow } from './item'
import type { Pair } from './match-equal'

/** Of 1: what stands far from where it stood must be more alike than what stands in its place. */
const alikeEnough = 0.6
const fewestWords = 6
/** Words that more items have are no help in finding one. */
const rareIn = 20

interface Left {
  readonly was: readonly number[]
  readonly now: readonly number[]
}

/** Items that moved and were reworded as well, and lost their id: found by the rare words that both have. */
export function pairAlike(was: ItemRow, now: ItemRow, left: Left): readonly Pair[] {
  if (left.was.length === 0 || left.now.length === 0) return []
  const places = placesOfWords(now, left.now)
  const found: { pair: Pair; like: number }[] = []
  for (const a of left.was) {
    if (was.wordsAt(a).length < fewestWords) continue
    for (const b of candidates(was, a, places)) {
      if (was.kindAt(a) !== now.kindAt(b)) continue
      const like = similarity(was, a, now, b)
      if (like >= alikeEnough) found.push({ pair: [a, b], like })
    }
  }
  // Only the first of an item's pairs will be taken.
  return found.sort((one, other) => other.like - one.like).map(({ pair }) => pair)
}

function placesOfWords(row: ItemRow, indices: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const index of indices)
    for (const word of row.bagAt(index).keys()) {
      const known = places.get(word)
      if (known) known.push(index)
      else places.set(word, [index])
    }
  return places
}

function candidates(
  was: ItemRow,
  a: number,
  places: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const word of was.bagAt(a).keys()) {
    const here = places.get(word) ?? []
    if (here.length <= rareIn) for (const b of here) found.add(b)
  }
  return found
}
