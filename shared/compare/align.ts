import { ItemRow, type Item } from './item'
import type { Pair } from './match-equal'
import { pairItems } from './pair-items'
import { splitsAndJoins } from './splits'
import { stayed } from './stayed'

/** Indices that belong together: nothing in `was` is new, nothing in `now` is gone, several are split or joined. */
export interface Group {
  readonly was: readonly number[]
  readonly now: readonly number[]
  /** It stands elsewhere, among those that stayed. */
  readonly moved: boolean
}

/** What became of every item of a row, in reading order: what is gone stands where it stood. */
export function align(
  was: readonly Item[],
  now: readonly Item[],
  options?: { splits?: boolean },
): readonly Group[] {
  const [before, after] = [new ItemRow(was), new ItemRow(now)]
  const pairs = pairItems(before, after)
  const groups = options?.splits
    ? splitsAndJoins(before, after, pairs)
    : pairs.map(([a, b]) => ({ was: [a], now: [b] }))
  return inReadingOrder(withMoves(groups, before), was.length, now.length)
}

type Unmoved = Omit<Group, 'moved'>

/** `groups` in the order of `now`. */
function withMoves(groups: readonly Unmoved[], was: ItemRow): Group[] {
  const places = groups.map(({ was: [a = 0] }, index): Pair => [a, index])
  const weight = (index: number): number =>
    1 + (groups[index]?.was ?? []).reduce((sum, a) => sum + (was.items[a]?.weight ?? 0), 0)
  const kept = stayed(places, ([, index]) => weight(index))
  return groups.map((group, index) => ({ ...group, moved: !kept.has(places[index] ?? [0, 0]) }))
}

/** Between two that stayed: first what is gone from there, then what is there now. */
function inReadingOrder(groups: readonly Group[], wasLength: number, nowLength: number): readonly Group[] {
  const [paired, known] = [new Set(groups.flatMap(({ was }) => was)), new Map<number, Group>()]
  for (const group of groups) for (const b of group.now) known.set(b, group)
  const ordered: Group[] = []
  let gone = 0
  const goneUpTo = (to: number): void => {
    for (; gone < to; gone++) if (!paired.has(gone)) ordered.push({ was: [gone], now: [], moved: false })
  }
  const stays = groups.filter(({ moved }) => !moved)
  let next = 0
  goneUpTo(stays[0]?.was[0] ?? wasLength)
  for (let b = 0; b < nowLength; b++) {
    const group = known.get(b)
    if (!group) ordered.push({ was: [], now: [b], moved: false })
    else if (group.now[0] === b) ordered.push(group)
    if (group && group === stays[next] && group.now.at(-1) === b) goneUpTo(stays[++next]?.was[0] ?? wasLength)
  }
  goneUpTo(wasLength)
  return ordered
}
