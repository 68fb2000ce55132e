import { rootOf } from './fold/sources'
import type { Review } from './review'

/**
 * The time (ISO) for a record that is made now and, with `of`, says something about an earlier one. A clock that is
 * behind those of others must not put an answer before what it answers: in the order of times it would count for nothing.
 */
export function nextTime(now: number, of: string | null, { sources, items }: Review): string {
  const target = of === null ? undefined : sources.records.get(of)?.record
  const item = target && items.get(rootOf(sources, target) ?? '')
  return new Date(item ? Math.max(now, Date.parse(item.changedAt) + 1) : now).toISOString()
}
