/** Things by their key, both in the order in which they were met. What has no key (undefined) is left out. */
export function groupBy<Key, One>(
  all: readonly One[],
  keyOf: (one: One) => Key | undefined,
): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
