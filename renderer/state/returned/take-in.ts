import { nanoid } from 'nanoid'
import type { ReturnedEdit } from '../../../shared/returned/returned-edit'
import { toRecords } from '../../../shared/returned/to-records'
import type { Origin } from '../../../shared/review/record'
import { ask } from '../../host/ask'
import { vi } from '../../wording/vi'
import { attempt } from '../attempt'
import type { ReportSession } from '../report-session'
import { reviewer, type RecordDraft } from '../review'
import { refusalFor } from '../review-rights'

export type Sender = Pick<Origin, 'name' | 'unit' | 'file'>

/** Puts edits into the review of the report, all of them or none; the text stays as it is. */
export async function takeIn(edits: readonly ReturnedEdit[], sender: Sender): Promise<boolean> {
  const records = toRecords(edits, {
    ...{ author: reviewer(), now: Date.now(), newId: () => nanoid(16), sender },
    inWords: ({ what, before, after }) => vi.returned.inWords(what, before, after),
  })
  const done = await attempt(() => ask('review.add', { audience: 'all', records: [...records] }))
  return done !== undefined
}

/** Whether the person may say that there. */
export function mayTakeIn(session: ReportSession, edit: ReturnedEdit): boolean {
  const { anchor } = edit
  const draft: RecordDraft =
    edit.kind === 'proposal'
      ? { kind: 'proposal.added', anchor, change: edit.change, reason: '', counters: null, group: null }
      : { kind: 'annotation.added', anchor, text: ' ', mentions: [] }
  return refusalFor(session, 'all', draft) === null
}
