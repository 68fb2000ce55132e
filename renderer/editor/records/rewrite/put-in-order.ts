import type { Map as YMap } from 'yjs'
import { stayed } from '../../../../shared/compare/stayed'
import { insertKeys } from '../../../../shared/indicators/order-keys'
import { inOrder, orderOf } from '../../../../shared/sync/read-report'
import type { Record } from '../../../../shared/sync/report-doc'

/**
 * Brings ordered records (rows, wordings) into this order and no others: what is not wanted goes, what is not there is made,
 * and of the rest only those get another order key that stand elsewhere.
 */
export function putInOrder<T>(
  records: YMap<YMap<T>>,
  wanted: readonly string[],
  make: (id: string, order: string) => YMap<T>,
): void {
  const isWanted = new Set(wanted)
  for (const id of [...records.keys()]) if (!isWanted.has(id)) records.delete(id)
  const places = new Map(inOrder(records).map(([id], place) => [id, place]))
  const pairs = wanted.flatMap((id, to): [number, number][] => {
    const from = places.get(id)
    return from === undefined ? [] : [[from, to]]
  })
  const kept = stayed(pairs, () => 1)
  const staying = new Set(pairs.filter(pair => kept.has(pair)).map(([, to]) => wanted[to]))
  const row = inOrder(records).filter(([id]) => staying.has(id))
  wanted.forEach((id, at) => {
    if (staying.has(id)) return
    const { inserted, changed } = insertKeys(
      row.map(([, record]) => orderOf(record as Record)),
      at,
    )
    for (const [index, key] of changed) row[index]?.[1].set('order', key as T)
    row.splice(at, 0, [id, placed(records, id, inserted[0] ?? '', make)])
  })
}

function placed<T>(
  records: YMap<YMap<T>>,
  id: string,
  order: string,
  make: (id: string, order: string) => YMap<T>,
): YMap<T> {
  const known = records.get(id)
  if (!known) return records.set(id, make(id, order))
  known.set('order', order as T)
  return known
}
