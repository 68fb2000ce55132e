import type { Pair } from './match-equal'

/**
 * The pairs that help a reader. Where a sentence was written anew, single words that both wordings happen to share would
 * break the difference into crumbs: a run of equal words is given up where more than twice as many changed on either side.
 */
export function keepWords(pairs: readonly Pair[], wasLength: number, nowLength: number): readonly Pair[] {
  const runs = runsOf(pairs)
  const kept: Pair[] = []
  let [a, b] = [0, 0]
  for (const [index, run] of runs.entries()) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    const before = Math.max(first[0] - a, first[1] - b)
    const next = runs[index + 1]?.[0] ?? [wasLength, nowLength]
    const behind = Math.max(next[0] - last[0], next[1] - last[1]) - 1
    if (Math.min(before, behind) > 2 * run.length) continue
    kept.push(...run)
    ;[a, b] = [last[0] + 1, last[1] + 1]
  }
  return kept
}

function runsOf(pairs: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = []
  for (const pair of pairs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last?.[0] === pair[0] - 1 && last[1] === pair[1] - 1) run.push(pair)
    else runs.push([pair])
  }
  return runs
}
