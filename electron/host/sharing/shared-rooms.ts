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

/** The three rooms of a report: the host that has it open, and beside it what its members discuss and who they are. */
export function sharedRooms(
  body: ReportHost<KeptDoc>,
  ledger: LedgerHost,
  onShutOut: (error: unknown) => void,
  review = new Doc(),
): SharedRooms {
  const { close, ...beside } = roomsBeside(ledger.doc, onShutOut, review)
  return {
    shared: { id: ledger.reportId, rooms: { body, ...beside }, committee: committeeOf(ledger) },
    close,
  }
}

/**
 * What members discuss and who they are; peers only read either. The room of what they discuss holds what the host shows
 * of its tray (host/tray), where it has one.
 */
export function roomsBeside(ledgerDoc: Doc, onShutOut: (error: unknown) => void, reviewDoc = new Doc()) {
  const review = new ReportHost(notKept(reviewDoc), onShutOut)
  const ledger = new ReportHost(notKept(ledgerDoc), onShutOut)
  return {
    review,
    ledger,
    close: () => {
      review.close()
      ledger.close()
    },
  }
}

/** A document that somebody else keeps. */
const notKept = (body: Doc): KeptDoc => ({
  body,
  readOnly: null,
  flush: () => true,
  close: () => undefined,
})
