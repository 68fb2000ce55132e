import type { KeyboardEvent, MouseEvent } from 'react'
import type { Standing } from '../../../state/proposals'
import { useReview } from '../../../state/review'
import type { Speakers } from '../../../state/review-people'
import { Avatar } from '../../../ui/Avatar'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'
import { ChangeShown } from './ChangeShown'
import { ProposalActs } from './ProposalActs'

interface ProposalCardProps {
  readonly standing: Standing
  readonly speakers: Speakers
  readonly isChosen: boolean
  /** It is what Tab leads to. */
  readonly isStop: boolean
  readonly onChoose: (id: string) => void
  readonly onStep: (by: 1 | -1) => void
}

/** Who would change what, and why; where it is chosen, what can be done with it. */
export function ProposalCard({ standing, speakers, isChosen, isStop, onChoose, onStep }: ProposalCardProps) {
  const { proposal } = standing
  const { id, author, at, anchor, change, reason, sent } = proposal
  const who = speakers.of(author)
  const choose = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('button, input, textarea'))) onChoose(id)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') onChoose(id)
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else return
    event.preventDefault()
  }
  return (
    <article
      className={`card thread${isChosen ? ' chosen' : ''}`}
      aria-label={vi.proposals.card(who.name, vi.proposals.what(change))}
      aria-current={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-proposal-card={id}
      onClick={choose}
      onKeyDown={press}
    >
      <div className="spoken">
        <div className="who">
          <Avatar name={who.fullName} colour={who.colour} size="small" />
          <span className={`name person-${who.colour}`}>{who.name}</span>
          <time dateTime={at}>{dayInWords(at, new Date())}</time>
        </div>
        <span className="where">
          {[vi.proposals.what(change), anchor.sectionTitle].filter(Boolean).join(' · ')}
        </span>
        <ChangeShown change={change} />
        {reason !== '' && <p className="words">{reason}</p>}
        {!sent && <span className="chip wait">{vi.annotations.unsent}</span>}
      </div>
      <Countered {...{ standing, speakers }} />
      <Stand {...{ standing, speakers }} />
      {isChosen && <ProposalActs proposal={proposal} applied={standing.applied} />}
    </article>
  )
}

type StandProps = Pick<ProposalCardProps, 'standing' | 'speakers'>

function Countered({ standing: { proposal }, speakers }: StandProps) {
  const of = useReview(({ items }) => (proposal.counters === null ? undefined : items.get(proposal.counters)))
  return of && <span className="where">{vi.proposals.counters(speakers.of(of.author).name)}</span>
}

/** What was decided, or what stands in the way. */
function Stand({ standing: { proposal, applied }, speakers }: StandProps) {
  const { state, decided } = proposal
  const { stateMarks } = vi.proposals
  if (decided)
    return (
      <p className="where">
        {vi.proposals.decided(
          stateMarks[state],
          speakers.of(decided.by).name,
          dayInWords(decided.at, new Date()),
        )}
        {decided.reason !== '' && <span className="words">{decided.reason}</span>}
      </p>
    )
  if (applied?.kind === 'gone') return <p className="hint">{vi.proposals.gone}</p>
  if (applied?.kind !== 'conflict') return null
  const isSame = 'now' in proposal.change && proposal.change.now === applied.found
  return (
    <p className="hint">
      {isSame ? vi.proposals.same : vi.proposals.conflict}
      {!isSame && (
        <q>{proposal.change.kind === 'level' ? vi.proposals.levelName(applied.found) : applied.found}</q>
      )}
    </p>
  )
}
