import type { Standing } from '../../../state/proposals'
import { useReview } from '../../../state/review'
import { vi } from '../../../wording/vi'
import { dayInWords } from '../../../wording/window'
import { CardFrame, type CardFrameProps } from './CardFrame'
import { ChangeShown } from './ChangeShown'
import { ProposalActs } from './ProposalActs'

interface ProposalCardProps extends Omit<CardFrameProps, 'id' | 'label' | 'author' | 'at' | 'children'> {
  readonly standing: Standing
}

/** Who would change what, and why; where it is chosen, what can be done with it. */
export function ProposalCard({ standing, ...frame }: ProposalCardProps) {
  const { proposal } = standing
  const { id, author, at, anchor, change, reason, sent, from } = proposal
  const { speakers, isChosen } = frame
  return (
    <CardFrame
      {...{ id, author, at, ...frame }}
      label={vi.proposals.card(speakers.of(author).name, vi.proposals.what(change))}
    >
      <span className="where">
        {[vi.proposals.what(change), anchor.sectionTitle].filter(Boolean).join(' · ')}
      </span>
      {from && <span className="where">{vi.returned.from(from.name, from.unit, from.file)}</span>}
      <ChangeShown change={change} />
      {reason !== '' && <p className="words">{reason}</p>}
      {!sent && <span className="chip wait">{vi.annotations.unsent}</span>}
      <Countered {...{ standing, speakers }} />
      <Stand {...{ standing, speakers }} />
      {isChosen && <ProposalActs proposal={proposal} applied={standing.applied} />}
    </CardFrame>
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
