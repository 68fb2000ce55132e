/** One thing that stands at `from` in the old order and at `to` in the new one. */
export interface Kept {
  readonly from: number
  readonly to: number
  /** What it costs to make it anew. */
  readonly weight: number
}

/**
 * Which of these can stay where they are, so that as little as possible is made anew: the heaviest choice
 * whose order is the same on both sides. `pairs` must ascend in `to`.
 */
export function longestKept(pairs: readonly Kept[]): readonly Kept[] {
  const best: { total: number; before: number }[] = []
  pairs.forEach((pair, index) => {
    let total = 0
    let before = -1
    for (let earlier = 0; earlier < index; earlier++) {
      const reached = best[earlier]?.total ?? 0
      if ((pairs[earlier]?.from ?? 0) < pair.from && reached > total) {
        total = reached
        before = earlier
      }
    }
    best.push({ total: total + pair.weight, before })
  })
  return walkBack(pairs, best)
}

function walkBack(pairs: readonly Kept[], best: readonly { total: number; before: number }[]): Kept[] {
  let at = best.reduce((top, { total }, index) => (total > (best[top]?.total ?? 0) ? index : top), 0)
  const kept: Kept[] = []
  while (at >= 0) {
    const pair = pairs[at]
    if (!pair) break
    kept.unshift(pair)
    at = best[at]?.before ?? -1
  }
  return kept
}
