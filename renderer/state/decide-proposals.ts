import { planProposals } from '../../shared/review/apply-all'
import type { Audience } from '../../shared/review/record'
import type { Proposal } from '../../shared/review/review'
import { vi } from '../wording/vi'
import { attempt } from './attempt'
import type { ReportSession } from './report-session'
import { addRecords, type RecordDraft } from './review'
import { refusalFor } from './review-rights'
import { say } from './window-state'

type Said = 'proposal.accepted' | 'proposal.reopened' | 'proposal.withdrawn'

/** Whether the person may say that of a proposal. */
export const mayDecide = (
  session: ReportSession,
  { id, audience }: Proposal,
  kind: Said | 'proposal.rejected',
): boolean =>
  refusalFor(
    session,
    audience,
    kind === 'proposal.rejected' ? { kind, of: id, reason: '' } : { kind, of: id },
  ) === null

/**
 * Puts what is proposed into the report, as the person's own edit and in one step of undo, and records who accepted.
 * What cannot be put in any more stays open; the person is told how many.
 */
export async function accept(session: ReportSession, proposals: readonly Proposal[]): Promise<void> {
  const allowed = proposals.filter(each => mayDecide(session, each, 'proposal.accepted'))
  const { taken } = planProposals(allowed, session.review.index())
  const accepted = taken.map(({ proposal }) => proposal)
  if (!session.carryOut(taken.map(({ edit }) => edit))) {
    if (proposals.length > accepted.length) say(vi.proposals.left(proposals.length - accepted.length))
    return
  }
  session.history.tie({
    takeBack: () => void record('proposal.reopened', accepted),
    doAgain: () => void record('proposal.accepted', accepted),
  })
  const left = proposals.length - accepted.length
  say([vi.proposals.accepted(accepted.length), ...(left > 0 ? [vi.proposals.left(left)] : [])].join(' '))
  await record('proposal.accepted', accepted)
}

export const withdraw = (proposal: Proposal): Promise<unknown> => record('proposal.withdrawn', [proposal])

export const reopen = (proposal: Proposal): Promise<unknown> => record('proposal.reopened', [proposal])

export const reject = ({ id, audience }: Proposal, reason: string): Promise<unknown> =>
  attempt(() => addRecords(audience, [{ kind: 'proposal.rejected', of: id, reason }]))

/** One message for each circle of readers, whatever number of proposals it is. */
async function record(kind: Said, proposals: readonly Proposal[]): Promise<void> {
  const byAudience = new Map<Audience, RecordDraft[]>()
  for (const { id, audience } of proposals)
    byAudience.set(audience, [...(byAudience.get(audience) ?? []), { kind, of: id }])
  for (const [audience, drafts] of byAudience) await attempt(() => addRecords(audience, drafts))
}
