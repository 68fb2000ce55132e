import type { ReviewItem, ReviewSources } from '../review'
import { aboutIn } from './about'
import { foldAnnotation } from './fold-annotation'
import { foldProposal } from './fold-proposal'
import { foldTracked } from './fold-tracked'
import { isOfKind } from './known'

/** What the record with this id has become; undefined where it is unknown, or about no place of the text. */
export function foldItem(sources: ReviewSources, id: string): ReviewItem | undefined {
  const root = sources.records.get(id)
  const about = aboutIn(sources)
  if (!root) return undefined
  if (isOfKind(root, 'annotation.added')) return foldAnnotation(root, about)
  if (isOfKind(root, 'proposal.added')) return foldProposal(root, about)
  return isOfKind(root, 'change.tracked') ? foldTracked(root, about) : undefined
}
