import { MessageSquarePlus, Stamp } from 'lucide-react'
import type { BlockId } from '../../../../shared/report/ids'
import { headOfReport } from '../../../../shared/seen/piece'
import { beginAnnotation } from '../../../state/annotations/begin'
import { useApprovals } from '../../../state/approvals'
import { askAboutSection } from '../../../state/asked-section'
import { useCommittee } from '../../../state/committee'
import { actsHere } from '../../../state/section-acts'
import type { ShownSection } from '../../../state/since-shown'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'

/** What a person may do about a changed section besides having seen it. */
export function SectionActs({ shown: { section: id, kind, title } }: { shown: ShownSection }) {
  const session = useSession()
  const section = id as BlockId
  const mayDecide = useMayDecide(section)
  if (kind === 'gone' || id === headOfReport) return null
  const annotate = (): void => beginAnnotation(session, session.review.anchorAt({ kind: 'section', section }))
  return (
    <>
      {mayDecide && (
        <Button
          size="small"
          icon={Stamp}
          aria-label={`${vi.since.decide}: ${title}`}
          onClick={() => askAboutSection(section)}
        >
          {vi.since.decide}
        </Button>
      )}
      <Button
        size="small"
        icon={MessageSquarePlus}
        aria-label={`${vi.since.annotate}: ${title}`}
        onClick={annotate}
      >
        {vi.since.annotate}
      </Button>
    </>
  )
}

/** Whether the section is the person's to approve or return; the dialog says what stands in the way. */
function useMayDecide(section: BlockId): boolean {
  const status = useApprovals(({ states }) => states.get(section))
  return useCommittee(committee => {
    if (!status) return false
    const { whyNotApprove, mayReturn, mayWithdraw } = actsHere(committee)(status)
    return mayReturn || mayWithdraw || whyNotApprove === null || whyNotApprove === 'open'
  })
}
