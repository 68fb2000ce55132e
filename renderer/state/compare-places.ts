import type { Node } from 'prosemirror-model'
import type { Difference } from '../../shared/compare/difference'
import { noteRefsIn } from '../../shared/numbering/number-notes'
import { blockIdOf } from '../../shared/report/nodes'
import type { RowPlace } from './compare-rows'

/** By the index of a place: what is told there. A run (a section that moved) is told at each of its blocks. */
export function differencesByRow(
  places: readonly RowPlace[],
  differences: readonly Difference[],
): ReadonlyMap<number, readonly Difference[]> {
  const [now, was] = [indexBy(places, 'now'), indexBy(places, 'was')]
  const told = new Map<number, Difference[]>()
  for (const difference of differences)
    for (const index of placesOf(difference, now, was)) {
      const here = told.get(index)
      if (here) here.push(difference)
      else told.set(index, [difference])
    }
  return told
}

function placesOf(difference: Difference, now: Index, was: Index): ReadonlySet<number> {
  const { place, kind } = difference
  const find = (id: string): number | undefined =>
    kind === 'removed' ? (was.get(id) ?? now.get(id)) : (now.get(id) ?? was.get(id))
  const ids = difference.now.length > 0 ? difference.now : difference.was
  const found = (ids.length > 0 ? ids : idsOf(difference)).flatMap(id => find(keyOf(place.kind, id)) ?? [])
  return new Set(found)
}

type Index = ReadonlyMap<string, number>

const keyOf = (kind: Difference['place']['kind'], id: string): string =>
  kind === 'note' ? `note ${id}` : `block ${id}`

function idsOf({ place }: Difference): readonly string[] {
  if (place.kind === 'field') return []
  return [place.kind === 'cell' ? place.table : place.id]
}

/** Where every block and the first mark of every note stands. */
function indexBy(places: readonly RowPlace[], side: 'was' | 'now'): Index {
  const index = new Map<string, number>()
  const put = (key: string, at: number): void => {
    if (!index.has(key)) index.set(key, at)
  }
  for (const [at, place] of places.entries()) {
    if (place.isLeft) continue
    for (const block of place[side]) putBlock(block, key => put(key, at))
  }
  return index
}

function putBlock(block: Node, put: (key: string) => void): void {
  put(keyOf('block', blockIdOf(block)))
  for (const note of noteRefsIn(block)) put(keyOf('note', note))
}
