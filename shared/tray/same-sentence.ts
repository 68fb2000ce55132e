import { diffArrays } from 'diff'
import { sentencesOf } from './sentences'

/** A paragraph as both had it, and what each and both together made of it. */
export interface FourWordings {
  readonly base: string
  readonly mine: string
  readonly theirs: string
  readonly merged: string
}

export interface SameSentence {
  readonly mine: string
  readonly theirs: string
  readonly merged: string
}

/** A run of sentences of the base, and what stands in its place. */
interface Change {
  readonly from: number
  readonly to: number
  readonly now: readonly string[]
}

/** The sentences that two people changed while apart, each differently. Sentences that only one touched are not told. */
export function sameSentences({ base, mine, theirs, merged }: FourWordings): readonly SameSentence[] {
  if (mine === theirs || mine === base || theirs === base) return []
  const old = textsOf(base)
  const sides = [mine, theirs, merged].map(text => changesOf(old, textsOf(text)))
  const [byMe = [], byThem = [], together = []] = sides
  return meetings(byMe, byThem).flatMap(({ from, to }): SameSentence[] => {
    const [one, other, both] = [byMe, byThem, together].map(changes => wordingOf(old, changes, from, to))
    return one !== undefined && other !== undefined && one !== other
      ? [{ mine: one, theirs: other, merged: both ?? '' }]
      : []
  })
}

const textsOf = (paragraph: string): string[] => sentencesOf(paragraph).map(({ text }) => text)

function changesOf(old: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = []
  let at = 0
  let open: { from: number; to: number; now: string[] } | null = null
  for (const { added, removed, value } of diffArrays([...old], [...now])) {
    if (!added && !removed) {
      if (open) changes.push(open)
      open = null
      at += value.length
      continue
    }
    open ??= { from: at, to: at, now: [] }
    if (added) open.now.push(...value)
    else {
      at += value.length
      open.to = at
    }
  }
  if (open) changes.push(open)
  return changes
}

/** Runs of the base that both sides touched. Sentences put in at one place without taking any out do not meet. */
function meetings(byMe: readonly Change[], byThem: readonly Change[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const one of byMe)
    for (const other of byThem) {
      const meets = one.from < other.to && other.from < one.to
      if (!meets) continue
      const run = { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
      const last = runs.at(-1)
      if (last && run.from < last.to) last.to = Math.max(last.to, run.to)
      else runs.push(run)
    }
  return runs
}

/** What one side made of a run of sentences of the base. */
function wordingOf(old: readonly string[], changes: readonly Change[], from: number, to: number): string {
  const parts: string[] = []
  let at = from
  for (const change of changes) {
    const isInside = change.from < to && change.to > from
    const isAtEdge = change.from === change.to && change.from >= from && change.from <= to
    if (!isInside && !isAtEdge) continue
    parts.push(...old.slice(at, Math.max(at, change.from)), ...change.now)
    at = Math.max(at, change.to)
  }
  parts.push(...old.slice(at, to))
  return parts.join(' ')
}
