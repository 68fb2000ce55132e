import type { Item } from 'yjs'
import type { ReadUpdate } from './read-update'

/** Whether an update deletes this item, all of it: what it brings and deletes at once has no effect. */
export function isDeletedBy({ clients }: ReadUpdate['deleted'], { id, length }: Item): boolean {
  const ranges = clients.get(id.client) ?? []
  let low = 0
  let high = ranges.length - 1
  // A hostile update may not have sorted its ranges; then this finds less, which errs on the safe side.
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (!range) return false
    if (range.clock > id.clock) high = middle - 1
    else if (range.clock + range.len <= id.clock) low = middle + 1
    else return id.clock + length <= range.clock + range.len
  }
  return false
}
