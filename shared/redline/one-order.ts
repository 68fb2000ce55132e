import type { Group } from '../compare/align'

/** A group in its place. One that moved stands in two: where it was, and where it is. */
export interface Placed {
  readonly group: Group
  readonly side: 'both' | 'was' | 'now'
}

/**
 * Both rows as one, in which each side keeps its order: between two that stayed first what was there, then what is there.
 */
export function inOneOrder(groups: readonly Group[]): readonly Placed[] {
  const stays = groups.filter(group => isOnBoth(group) && !group.moved)
  const old = groups
    .filter(group => group.was.length > 0 && !(isOnBoth(group) && !group.moved))
    .sort((one, other) => firstWas(one) - firstWas(other))
  const placed: Placed[] = []
  let [from, stay] = [0, 0]
  const oldUpTo = (to: number): void => {
    for (let group = old[from]; group && firstWas(group) < to; group = old[++from])
      placed.push({ group, side: 'was' })
  }
  oldUpTo(stays[0] ? firstWas(stays[0]) : Infinity)
  for (const group of groups) {
    if (group.now.length === 0) continue
    if (group !== stays[stay]) {
      placed.push({ group, side: 'now' })
      continue
    }
    placed.push({ group, side: 'both' })
    const next = stays[++stay]
    oldUpTo(next ? firstWas(next) : Infinity)
  }
  return placed
}

const isOnBoth = ({ was, now }: Group): boolean => was.length > 0 && now.length > 0

const firstWas = ({ was }: Group): number => was[0] ?? 0

/** Moves by number, 1 for the first: neighbours that moved together are one. */
export function numberMoves(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const moves = new Map<Group, number>()
  let [count, last] = [0, undefined as Group | undefined]
  for (const group of groups) {
    if (!isOnBoth(group)) continue
    if (!group.moved) {
      last = undefined
      continue
    }
    const isNext =
      last && group.was[0] === (last.was.at(-1) ?? 0) + 1 && group.now[0] === (last.now.at(-1) ?? 0) + 1
    moves.set(group, isNext ? count : ++count)
    last = group
  }
  return moves
}
