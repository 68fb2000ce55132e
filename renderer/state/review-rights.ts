import type { Anchor } from '../../shared/review/anchor'
import { mayAdd } from '../../shared/review/may-add'
import { placesIn } from '../../shared/review/places'
import type { Audience } from '../../shared/review/record'
import type { ReviewRefusal } from '../../shared/review/rules/adding'
import { useCommittee } from './committee'
import { permissionsFor } from './permissions-for'
import type { ReportSession } from './report-session'
import { recordsOf, useReview, type RecordDraft } from './review'

/** Why the person at this window may not add that, as the committee's host would say it; null where they may. */
export function refusalFor(
  session: ReportSession,
  audience: Audience,
  draft: RecordDraft,
): ReviewRefusal | null {
  const [record] = recordsOf([draft])
  const { state, ledger } = useCommittee.getState()
  const permissions = permissionsFor(state, ledger)
  if (!record) return null
  return mayAdd(record, {
    audience,
    member: permissions?.member ?? null,
    review: useReview.getState(),
    headingsOf: placesIn(session.text()).headingsOf,
    locks: permissions?.locks.sections ?? new Set(),
    now: Date.now(),
  })
}

/** The same for a remark that is not written yet. */
export const refusalToAnnotate = (
  session: ReportSession,
  audience: Audience,
  anchor: Anchor,
): ReviewRefusal | null =>
  refusalFor(session, audience, { kind: 'annotation.added', anchor, text: ' ', mentions: [] })
