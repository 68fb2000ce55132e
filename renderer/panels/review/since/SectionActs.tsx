import { MessageSquarePlus } from 'lucide-react'
import type { BlockId } from '../../../../shared/report/ids'
import { headOfReport } from '../../../../shared/seen/piece'
import { beginAnnotation } from '../../../state/annotations/begin'
import type { ShownSection } from '../../../state/since-shown'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'

/** What a person may do about a changed section besides having seen it. */
export function SectionActs({ shown: { section, kind, title } }: { shown: ShownSection }) {
  const session = useSession()
  if (kind === 'gone' || section === headOfReport) return null
  const annotate = (): void =>
    beginAnnotation(session, session.review.anchorAt({ kind: 'section', section: section as BlockId }))
  return (
    <Button
      size="small"
      icon={MessageSquarePlus}
      aria-label={`${vi.since.annotate}: ${title}`}
      onClick={annotate}
    >
      {vi.since.annotate}
    </Button>
  )
}
