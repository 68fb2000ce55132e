import type { OpenCounts } from '../approvals/section-states'
import type { BlockId } from '../report/ids'
import type { Anchor } from '../review/anchor'
import type { Places } from '../review/places'
import type { Review } from '../review/review'

/**
 * Open threads and proposals of every section, those of inner sections included. Remarks to oneself are nobody else's
 * business and hold nothing up; those among leaders do.
 */
export function openCounts(
  { annotations, proposals }: Pick<Review, 'annotations' | 'proposals'>,
  { headingsOf }: Pick<Places, 'headingsOf'>,
): ReadonlyMap<BlockId, OpenCounts> {
  const counts = new Map<BlockId, { threads: number; proposals: number }>()
  const add = ({ anchor }: { readonly anchor: Anchor }, what: keyof OpenCounts): void => {
    for (const heading of headingsOf({ kind: 'anchor', anchor }) ?? []) {
      const count = counts.get(heading) ?? { threads: 0, proposals: 0 }
      count[what]++
      counts.set(heading, count)
    }
  }
  for (const one of annotations)
    if (one.resolved === null && !one.removed && one.audience !== 'own') add(one, 'threads')
  for (const one of proposals) if (one.state === 'open' && one.audience !== 'own') add(one, 'proposals')
  return counts
}
