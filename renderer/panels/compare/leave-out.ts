/** A row of a table, or so many that are left out. */
export type TableItem<T> = { readonly row: T } | { readonly leftOut: number }

/** The rows with runs left out in which nothing changed; the row that names a group stays before what changed in it. */
export function leaveOut<T>(
  rows: readonly T[],
  { isChanged, isGroup }: { isChanged: (row: T) => boolean; isGroup: (row: T) => boolean },
): readonly TableItem<T>[] {
  const items: TableItem<T>[] = []
  let waiting: T[] = []
  for (const row of rows) {
    if (!isChanged(row)) {
      waiting.push(row)
      continue
    }
    const group = waiting.findLast(isGroup)
    const left = waiting.length - (group === undefined ? 0 : 1)
    if (left > 0) items.push({ leftOut: left })
    if (group !== undefined) items.push({ row: group })
    items.push({ row })
    waiting = []
  }
  return waiting.length > 0 ? [...items, { leftOut: waiting.length }] : items
}
