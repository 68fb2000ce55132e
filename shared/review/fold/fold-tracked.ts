import type { About } from './about'
import { latest } from './fold-annotation'
import { ofKind, type Known } from './known'
import type { TrackedChange } from '../review'

/** A tracked change, settled by whoever looked first. */
export function foldTracked(tracked: Known<'change.tracked'>, about: About): TrackedChange {
  const { id, author, at, anchor, was, after } = tracked.record
  const all = [tracked, ...about(tracked)]
  const settled = ofKind(all, 'change.settled')[0]?.record
  return {
    ...{ kind: 'tracked', id, author, at, anchor, was, after },
    audience: tracked.audience,
    sent: all.every(({ sent }) => sent),
    settled: settled ? { by: settled.author, at: settled.at, kept: settled.kept } : null,
    changedAt: latest(all),
  }
}
