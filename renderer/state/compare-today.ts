import type { Difference, DifferencePlace } from '../../shared/compare/difference'
import type { BlockId, NoteId, RowId } from '../../shared/report/ids'
import type { ComparedSides } from './compare'

/** Which side is the report that is open; null where neither is. */
export function sideOfToday({ was, now }: ComparedSides): 'was' | 'now' | null {
  if (now.kind === 'today') return 'now'
  return was.kind === 'today' ? 'was' : null
}

/** A difference with the places that it has in today's text, where that is the older side: what came then is not there. */
export function seenFromToday(difference: Difference, side: 'was' | 'now'): Difference {
  if (side === 'now') return difference
  const { kind } = difference
  return {
    ...difference,
    kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind,
    place: placeThen(difference),
    was: difference.now,
    now: difference.was,
  }
}

function placeThen({ place, was: [block], wasId }: Difference): DifferencePlace {
  if (place.kind === 'block' && block !== undefined) return { ...place, id: block satisfies BlockId }
  if (wasId === undefined) return place
  if (place.kind === 'note') return { ...place, id: wasId as NoteId }
  return place.kind === 'cell' && place.row !== null ? { ...place, row: wasId as RowId } : place
}
