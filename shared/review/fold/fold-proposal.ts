import type { About } from './about'
import { latest } from './fold-annotation'
import type { Known } from './known'
import type { ReviewRecord } from '../record'
import type { Proposal } from '../review'

type Decided = Pick<Proposal, 'state' | 'decided'>
const open: Decided = { state: 'open', decided: null }

/** A proposal as all that was decided about it leaves it. */
export function foldProposal(added: Known<'proposal.added'>, about: About): Proposal {
  const { id, author, at, anchor, change, reason, counters, group, from } = added.record
  const followed = about(added)
  const all = [added, ...followed]
  return {
    ...{ kind: 'proposal', id, author, at, anchor, change, reason, counters, group },
    ...(from && { from }),
    audience: added.audience,
    sent: all.every(({ sent }) => sent),
    ...followed.reduce((before, { record }) => decidedAfter(before, record, author), open),
    changedAt: latest(all),
  }
}

function decidedAfter(before: Decided, record: ReviewRecord, proposer: string): Decided {
  const by = { by: record.author, at: record.at }
  switch (record.kind) {
    // Accepting was an edit: the words are in the text, even where somebody rejected or withdrew them meanwhile.
    case 'proposal.accepted':
      return before.state === 'accepted' ? before : { state: 'accepted', decided: { ...by, reason: '' } }
    case 'proposal.rejected':
      return before.decided ? before : { state: 'rejected', decided: { ...by, reason: record.reason } }
    case 'proposal.withdrawn':
      return before.decided ? before : { state: 'withdrawn', decided: { ...by, reason: '' } }
    case 'proposal.reopened':
      return before.state === 'withdrawn' && record.author !== proposer ? before : open
    default:
      return before
  }
}
