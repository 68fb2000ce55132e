import { generateNKeysBetween } from 'fractional-indexing'

export interface InsertedKeys {
  /** Keys for the new records, in order. */
  readonly inserted: readonly string[]
  /** New keys that records already there need, by their index; nearly always empty. */
  readonly changed: ReadonlyMap<number, string>
}

/**
 * Order keys for `count` records put before the one at `index`. `keys` are those of all records as sorted.
 * Two people inserting at one spot get equal keys, and nothing fits between equals: those that follow in such a
 * run are given keys of their own.
 */
export function insertKeys(keys: readonly string[], index: number, count = 1): InsertedKeys {
  const before = keys[index - 1] ?? ''
  let end = index
  while (end < keys.length && (keys[end] ?? '') <= before) end++
  const fresh = generateNKeysBetween(before || null, keys[end] ?? null, count + end - index)
  const changed = new Map(fresh.slice(count).map((key, offset) => [index + offset, key]))
  return { inserted: fresh.slice(0, count), changed }
}
