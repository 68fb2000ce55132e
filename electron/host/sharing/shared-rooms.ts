import { Doc } from 'yjs'
import type { SharedReport } from '../committee/shared-report'
import { committeeOf } from '../ledger/committee-of'
import type { LedgerHost } from '../ledger/ledger-host'
import { ReportHost, type KeptDoc } from '../report-host/report-host'

export interface SharedRooms {
  readonly shared: SharedReport
  /** Lets go of what was opened beside the report. */
  readonly close: () => void
}

/** The documents of what members say about the report; their owner keeps and closes them (host/review). */
export type ReviewDocs = Readonly<Record<'review' | 'leaders', KeptDoc>>

/** The rooms of a report: the host that has it open, and beside it what its members say and who they are. */
export function sharedRooms(
  body: ReportHost<KeptDoc>,
  ledger: LedgerHost,
  onShutOut: (error: unknown) => void,
  docs: ReviewDocs = { review: keptNowhere(new Doc()), leaders: keptNowhere(new Doc()) },
): SharedRooms {
  const open = (doc: KeptDoc): ReportHost<KeptDoc> => new ReportHost(lent(doc), onShutOut)
  const beside = {
    review: open(docs.review),
    leaders: open(docs.leaders),
    ledger: open(keptNowhere(ledger.doc)),
  }
  return {
    shared: { id: ledger.reportId, rooms: { body, ...beside }, committee: committeeOf(ledger) },
    close: () => Object.values(beside).forEach(room => room.close()),
  }
}

/** A document that somebody else keeps, and tells only once it has. */
export const keptNowhere = (body: Doc): KeptDoc => ({
  body,
  readOnly: null,
  flush: () => true,
  close: () => undefined,
})

/** The same, which outlives the rooms that are opened on it. */
function lent(doc: KeptDoc): KeptDoc {
  const { body, readOnly } = doc
  return {
    ...{ body, readOnly },
    flush: () => doc.flush(),
    state: () => doc.state?.() ?? { kind: 'saved', at: '' },
    onState: listener => doc.onState?.(listener) ?? (() => undefined),
    close: () => undefined,
  }
}
