import { Replica } from '../../host/peer/replica'
import { ReportHost } from '../../host/report-host/report-host'
import { openReportStore } from '../../host/store/report-store'
import { openTray } from '../../host/tray/open-tray'
import type { Tray } from '../../host/tray/tray'
import { readSpeakers } from '../../host/review/copied'
import type { ReportReview } from '../../host/review/report-review'
import { Seen } from '../../host/seen/seen'
import type { Signature } from '../../host/sharing/secretary'
import type { Speaker } from '../../../shared/ipc/review'
import { readFields } from '../../../shared/sync/read-report'
import { readPublished } from '../../../shared/tray/room'
import { openReview } from './open-review'
import { openVersions } from './open-versions'
import type { Make } from '../../host/versions/make-isolated'
import type { VersionDesk } from '../../host/versions/version-desk'
import { keepRefused } from '../committee/keep-refused'
import { ReportCommittee, type CommitteeOptions } from '../committee/report-committee'

/** A report that a window shows. */
export interface OpenReport {
  /** Where it is now: a report can be moved while it is open. */
  readonly path: string
  /** Another one after its replica was exchanged. */
  readonly host: ReportHost
  readonly replica: Replica
  /** Words that did not come in. */
  readonly tray: Tray
  /** What was said about it. */
  readonly review: ReportReview
  /** Whoever may be the author of something that was said. */
  readonly speakers: readonly Speaker[]
  /** Those of them whom no committee names. */
  readonly formerSpeakers: readonly Speaker[]
  /** What the person has seen of it. */
  readonly seen: Seen
  /** What was frozen of it. */
  readonly versions: VersionDesk
  readonly committee: ReportCommittee
  /** Lets go of committee, windows and file. */
  readonly close: () => void
}

export interface OpeningOptions extends Pick<CommitteeOptions, 'identity' | 'sharing' | 'onBug'> {
  /** As whom the person signs where a ledger must be founded. */
  readonly person: () => Signature
  readonly makeVersion: Make
  readonly recoveryFolder: string
  /** Where a replica goes that was given up after a refusal. */
  readonly asideFolder: string
}

/** Opens a report's file and its host. Throws a Failure where the file cannot be opened. */
export function openReport(path: string, options: OpeningOptions): OpenReport {
  const { recoveryFolder, asideFolder: folder, onBug } = options
  const store = openReportStore(path, { recoveryFolder, onBug })
  const tray = openTray(store)
  const replica = new Replica(
    store,
    at => new ReportHost(at, onBug, { watch: body => tray.watch(body) }),
    onBug,
  )
  const keep = keepRefused({ tray, path: () => store.path, folder })
  const reviews = openReview(store, tray, options.identity)
  const { review } = reviews
  const kept = openVersions(store, options)
  const committee = new ReportCommittee(replica, {
    ...options,
    keepRefused: keep,
    ...reviews.forCommittee,
    versions: kept.own,
    onReview: room => tray.takePublished(readPublished(room), committee.state.self?.role === 'secretary'),
  })
  tray.people = {
    self: () => committee.state.self?.id ?? null,
    memberOf: client => store.ledger().clients.get(client) ?? null,
  }
  review.reviewer = {
    self: () => committee.state.self?.id ?? null,
    committee: () => committee.forReview,
    body: () => replica.host.body,
  }
  committee.onChange(() => review.look())
  followMeetings(committee, tray, replica)
  const versions = kept.deskFor(committee)
  committee.begin()
  return {
    tray,
    review,
    seen: new Seen(store),
    replica,
    versions,
    committee,
    get speakers() {
      return [...committee.ledger.members, ...readSpeakers(store)]
    },
    get formerSpeakers() {
      return readSpeakers(store)
    },
    get path() {
      return store.path
    },
    get host() {
      return replica.host
    },
    close: () => {
      committee.close()
      kept.close()
      reviews.close()
      replica.host.close()
    },
  }
}

/** Tells the tray when a member's computer loses its host, and when it is in step again. */
function followMeetings({ peer }: ReportCommittee, tray: Tray, replica: Replica): void {
  if (!peer) return
  const tell = (): void => {
    const { body } = replica.host
    if (peer.state.connection === 'connected') tray.endApart(body)
    else tray.beginApart(body)
  }
  tell()
  peer.onState(tell)
}

/** What a report is called in lists: its own title on one line, or empty. */
export function titleOf({ host }: OpenReport): string {
  const { title, type } = readFields(host.store.body)
  return (title || type).replaceAll('\n', ' ').trim()
}
