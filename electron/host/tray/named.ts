import type { decodeUpdate } from 'yjs'
import { placeFor, type Run } from './runs'

/** What an update itself deletes: its author, or whoever passed it on, knew of it. */
export type Named = ReturnType<typeof decodeUpdate>['ds']

/**
 * The parts of a run of clocks that are not named. Yjs writes ranges in order; of a hostile update that does not, too
 * little is found, which makes an entry too many.
 */
export function unnamedIn({ clients }: Named, client: number, { clock, len }: Run): Run[] {
  const ranges = clients.get(client) ?? []
  const end = clock + len
  const parts: Run[] = []
  let at = clock
  for (let next = Math.max(0, placeFor(ranges, clock + 1) - 1); next < ranges.length; next++) {
    const range = ranges[next]
    if (!range || range.clock >= end) break
    if (range.clock + range.len <= at) continue
    if (range.clock > at) parts.push({ clock: at, len: range.clock - at })
    at = Math.max(at, range.clock + range.len)
  }
  if (at < end) parts.push({ clock: at, len: end - at })
  return parts
}
