import type { Pair } from './match-equal'

/**
 * The pairs that kept their order, when as little as possible is said to have moved: the heaviest run that rises on both
 * sides. `pairs` in the order of `now`.
 */
export function stayed(pairs: readonly Pair[], weightOf: (pair: Pair) => number): ReadonlySet<Pair> {
  const size = 1 + pairs.reduce((most, [was]) => Math.max(most, was), -1)
  const best = new Heaviest(size)
  const ends = pairs.map((pair): End => {
    const before = best.below(pair[0])
    const end = { pair, weight: (before?.weight ?? 0) + weightOf(pair), before }
    best.put(pair[0], end)
    return end
  })
  let end = ends.reduce<End | undefined>(
    (most, each) => (most && most.weight >= each.weight ? most : each),
    undefined,
  )
  const kept = new Set<Pair>()
  for (; end; end = end.before) kept.add(end.pair)
  return kept
}

interface End {
  readonly pair: Pair
  readonly weight: number
  readonly before: End | undefined
}

/** The heaviest of all that end below a place, in logarithmic time (a Fenwick tree of maxima). */
class Heaviest {
  private readonly tree: (End | undefined)[]

  constructor(size: number) {
    this.tree = Array.from({ length: size + 1 }, () => undefined)
  }

  below(place: number): End | undefined {
    let most: End | undefined
    for (let at = place; at > 0; at -= at & -at) most = heavier(most, this.tree[at])
    return most
  }

  put(place: number, end: End): void {
    for (let at = place + 1; at < this.tree.length; at += at & -at)
      this.tree[at] = heavier(this.tree[at], end)
  }
}

const heavier = (one: End | undefined, other: End | undefined): End | undefined =>
  !one || (other && other.weight > one.weight) ? other : one
