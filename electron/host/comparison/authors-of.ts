import type { Author } from '../../../shared/changes/change-list'
import type { BlockWriters } from '../versions/writers'

/**
 * Who wrote last in which block, note or table, by name. `writers`: from one draft to the next, the oldest first; the
 * later word holds. Members whom nobody knows any more are left out.
 */
export function authorsOf(
  writers: readonly BlockWriters[],
  nameOf: (member: string) => string | undefined,
): ReadonlyMap<string, Author> {
  const authors = new Map<string, Author>()
  for (const blocks of writers)
    for (const [place, { members, at }] of Object.entries(blocks)) {
      const names = members.flatMap(member => nameOf(member) ?? [])
      if (names.length > 0) authors.set(place, { name: [...new Set(names)].join(', '), at })
    }
  return authors
}
