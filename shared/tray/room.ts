import type { Doc, Map as YMap } from 'yjs'
import { TrayEntry } from './entry'

/*
 * What the committee's host shows of its tray to everybody's programs, in the review room: root `tray`, entry id → the
 * entry as JSON. Only the host writes there.
 */
const rootOf = (review: Doc): YMap<string> => review.getMap('tray')

/** The entries that a host shows; what is none is left out. */
export const readPublished = (review: Doc): TrayEntry[] =>
  [...rootOf(review).values()].flatMap(json => {
    const entry = TrayEntry.safeParse(parsed(json))
    return entry.success ? [entry.data] : []
  })

/** Makes the room show these entries and no others. */
export function writePublished(review: Doc, entries: readonly TrayEntry[]): void {
  const room = rootOf(review)
  // Parsed first, for one order of keys: an entry that was read from the file must not look like another.
  const wanted = new Map(entries.map(entry => [entry.id, JSON.stringify(TrayEntry.parse(entry))]))
  review.transact(() => {
    for (const id of [...room.keys()]) if (!wanted.has(id)) room.delete(id)
    for (const [id, json] of wanted) if (room.get(id) !== json) room.set(id, json)
  })
}

function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
