import { Check, MapPin, Undo2 } from 'lucide-react'
import { refusalFor } from '../../../state/review-rights'
import { goToAnchor } from '../../../state/step-proposals'
import { keepChange, takeBack, type Tracked } from '../../../state/tracked'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { vi } from '../../../wording/vi'
import { CardFrame, type CardFrameProps } from './CardFrame'
import { Words } from './ChangeShown'

interface TrackedCardProps extends Omit<CardFrameProps, 'id' | 'label' | 'author' | 'at' | 'children'> {
  readonly tracked: Tracked
}

const { tracking, acts } = vi.proposals

/** What an edit that was tracked has changed; it is in the text already, and stays or is taken back. */
export function TrackedCard({ tracked, ...frame }: TrackedCardProps) {
  const { change, standing } = tracked
  const { id, author, at, anchor } = change
  return (
    <CardFrame {...{ id, author, at, ...frame }} label={tracking.card(frame.speakers.of(author).name)}>
      <span className="where">{[tracking.change, anchor.sectionTitle].filter(Boolean).join(' · ')}</span>
      <Words was={standing.was} now={standing.now} />
      {frame.isChosen && <TrackedActs tracked={tracked} />}
    </CardFrame>
  )
}

function TrackedActs({ tracked }: { tracked: Tracked }) {
  const session = useSession()
  const { change, standing } = tracked
  const may = (kept: boolean): boolean =>
    refusalFor(session, change.audience, { kind: 'change.settled', of: change.id, kept }) === null
  return (
    <div className="acts">
      {may(true) && (
        <Button size="small" look="primary" icon={Check} onClick={() => void keepChange(change)}>
          {tracking.keep}
        </Button>
      )}
      {standing.back.length > 0 && may(false) && (
        <Button size="small" icon={Undo2} onClick={() => void takeBack(session, tracked)}>
          {tracking.takeBack}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        icon={MapPin}
        onClick={() => goToAnchor(session, change.anchor, true)}
      >
        {acts.go}
      </Button>
    </div>
  )
}
