import type { Difference } from './difference'

/** Told as one: blocks that moved together, and sections that changed level with the one around them. */
export interface Foldable {
  readonly difference: Difference
  /** Of a move: where the block stands among those that are paired, then and now. Of a level: by how much, and in which sections. */
  readonly run: RunKey | null
}

export type RunKey =
  | { readonly kind: 'moved'; readonly was: number; readonly now: number }
  | { readonly kind: 'level'; readonly by: number; readonly within: readonly string[] }

/** Differences in reading order, runs as one: under the key and place of its first, with the blocks of all. */
export function foldRuns(told: readonly Foldable[]): readonly Difference[] {
  const folded: Difference[] = []
  const open = new Map<RunKey['kind'], { at: number; first: RunKey; last: RunKey }>()
  for (const { difference, run } of told) {
    const before = run && open.get(run.kind)
    const into = before && folded[before.at]
    if (into && follows(before, run)) {
      folded[before.at] = {
        ...into,
        was: [...into.was, ...difference.was],
        now: [...into.now, ...difference.now],
      }
      open.set(run.kind, { ...before, last: run })
      continue
    }
    if (run) open.set(run.kind, { at: folded.length, first: run, last: run })
    folded.push(difference)
  }
  return folded
}

function follows({ first, last }: { first: RunKey; last: RunKey }, run: RunKey): boolean {
  if (run.kind === 'moved' && last.kind === 'moved')
    return run.was === last.was + 1 && run.now === last.now + 1
  if (run.kind !== 'level' || first.kind !== 'level') return false
  const section = first.within.at(-1)
  return run.by === first.by && section !== undefined && run.within.slice(0, -1).includes(section)
}
