import type { ReviewRecord } from '../../../shared/review/record'
import { Failure } from '../../../shared/ipc/failure'
import type { Denial } from '../../../shared/sync/denial'
import { MemberReview } from '../../host/peer/member-review'
import type { Identity } from '../../host/identity/identity'
import { readMembership } from '../../host/peer/membership'
import { takeOwn } from '../../host/review/copied'
import { HostedReview } from '../../host/review/hosted-review'
import { refusedRecordEntry } from '../../host/review/refused-entry'
import type { ReportStore } from '../../host/store/report-store'
import type { Tray } from '../../host/tray/tray'
import { openTrayRoom } from '../../host/tray/tray-room'
import type { CommitteeOptions } from '../committee/report-committee'
import { words } from '../committee/words'

export interface OpenReview {
  readonly review: HostedReview | MemberReview
  /** What the committee is opened with. */
  readonly forCommittee: Pick<CommitteeOptions, 'rooms' | 'review'>
  readonly close: () => void
}

/** The review of a report that is opened: of one that another machine hosts, or of one of this computer's. */
export function openReview(store: ReportStore, tray: Tray, identity: () => Identity): OpenReview {
  const isMember = store.readOnly === null && readMembership(store) !== null
  takeOwn(store, identity)
  return isMember ? ofMember(store, tray) : ofHost(store, tray)
}

function ofMember(store: ReportStore, tray: Tray): OpenReview {
  const review = new MemberReview(store, { keepRefused: keepRefusedRecords(tray) })
  return { review, forCommittee: { review }, close: () => review.close() }
}

function ofHost(store: ReportStore, tray: Tray): OpenReview {
  const review = new HostedReview(store)
  const closeRoom = openTrayRoom(tray, store, review.rooms.review)
  return {
    ...{ review, forCommittee: { rooms: review.rooms } },
    close: () => {
      closeRoom()
      review.close()
    },
  }
}

const keepRefusedRecords =
  (tray: Tray) =>
  (records: readonly ReviewRecord[], { message }: Denial): void => {
    tray.add(records.map(record => refusedRecordEntry(record, message)))
    if (!tray.flush()) throw new Failure('not-ready', words.notPutAway)
  }
