import type { CommitteeState } from '../../../shared/ipc/committee'
import { Failure } from '../../../shared/ipc/failure'
import type { LedgerView } from '../../../shared/ipc/ledger-view'
import type { SharingView } from '../../../shared/ipc/sharing'
import { viewOfRoom } from '../../../shared/ledger/view-of-ledger'
import type { Identity } from '../../host/identity/identity'
import { forgetMembership, readMembership } from '../../host/peer/membership'
import { Peer, type PeerOptions } from '../../host/peer/peer'
import type { ReviewCommittee } from '../../host/review/reviewer'
import { keepSpeakers } from '../../host/review/copied'
import { committeeOfRoom } from '../../host/peer/room-committee'
import type { Replica } from '../../host/peer/replica'
import { ReportSharing } from '../../host/sharing/report-sharing'
import type { ReviewDocs } from '../../host/sharing/shared-rooms'
import type { ReportVersions } from '../../host/versions/report-versions'
import type { SharingHost } from '../../host/sharing/sharing-host'
import { words } from './words'

export interface CommitteeOptions extends Pick<PeerOptions, 'keepRefused' | 'onBug' | 'onReview' | 'review'> {
  /** What members say about the report, where this program hosts it. */
  readonly rooms?: ReviewDocs
  /** What is frozen of the report, where this program hosts it. */
  readonly versions?: ReportVersions
  readonly identity: () => Identity
  readonly sharing: SharingHost
}

/** Who else writes an open report: nobody, members whom this program hosts, or a committee that another one hosts. */
export class ReportCommittee {
  readonly sharing: ReportSharing
  /** Null unless another machine hosts the report. */
  readonly peer: Peer | null
  /** Read anew only when the room changed: the state is told five times a second while somebody types. */
  private view: LedgerView | null = null

  constructor(
    private readonly replica: Replica,
    private readonly options: CommitteeOptions,
  ) {
    const { sharing, identity, onBug, rooms, versions } = options
    const beside = { ...(rooms ? { review: rooms } : {}), ...(versions ? { versions } : {}) }
    this.sharing = new ReportSharing(replica.host, { sharing, identity, onShutOut: onBug, ...beside })
    this.peer = this.openPeer()
    this.peer?.onLedger(() => (this.view = null))
  }

  /** The committee as the rules of the review ask it; null in a report without one. */
  get forReview(): ReviewCommittee | null {
    return this.peer ? committeeOfRoom(this.peer.ledger, this.peer.link) : this.sharing.committee
  }

  get state(): CommitteeState {
    return this.peer?.state ?? this.sharing.state
  }

  get ledger(): LedgerView {
    if (!this.peer) return this.sharing.ledgerView
    this.view ??= viewOfRoom(this.peer.ledger)
    return this.view
  }

  /** Null where this program does not share the report. */
  get sharingView(): SharingView | null {
    return this.sharing.view
  }

  /** Hears of every change of these three, until the returned function is called. */
  onChange(listener: () => void): () => void {
    const stops = [
      this.peer?.onState(listener),
      this.peer?.onLedger(listener),
      this.sharing.onChange(listener),
    ]
    return () => stops.forEach(stop => stop?.())
  }

  /** Sets out to the host, or opens the report to members again, as it was when it was closed. */
  begin(): void {
    if (this.peer) this.peer.start()
    else this.sharing.resume().catch(this.options.onBug)
  }

  /** The computer has woken up, or somebody asks. */
  tryNow(): void {
    this.peer?.tryNow()
  }

  /** The report is the person's own from then on, once it is opened again. Throws a Failure where it was nobody else's. */
  leave(): void {
    if (!this.peer) throw new Failure('not-allowed', words.notAMember)
    this.peer.close()
    keepSpeakers(this.replica.store, this.ledger.members)
    this.options.review?.leave()
    this.options.versions?.becomeOwn()
    forgetMembership(this.replica.store)
  }

  close(): void {
    this.peer?.close()
    this.sharing.close()
  }

  private openPeer(): Peer | null {
    const { replica } = this
    const { identity, ...options } = this.options
    const membership = replica.store.readOnly === null ? readMembership(replica.store) : null
    return membership && new Peer({ ...options, replica, membership, identity: lazily(identity) })
  }
}

/** A key that cannot be read keeps nobody from opening the report; the way to the host says why it fails. */
const lazily = (identity: () => Identity): Identity => ({
  get publicKey() {
    return identity().publicKey
  },
  sign: text => identity().sign(text),
})
