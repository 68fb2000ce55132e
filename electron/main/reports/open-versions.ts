import type { Identity } from '../../host/identity/identity'
import type { Membership } from '../../host/peer/membership'
import { fetchVersions, freezeAsMember } from '../../host/sharing/member-ledger'
import type { Signature } from '../../host/sharing/secretary'
import type { ReportStore } from '../../host/store/report-store'
import { hostedVersions } from '../../host/versions/hosted-versions'
import { keepHourly } from '../../host/versions/keep-hourly'
import type { Make } from '../../host/versions/make-isolated'
import { memberVersions } from '../../host/versions/member-versions'
import { ReportVersions } from '../../host/versions/report-versions'
import type { VersionDesk } from '../../host/versions/version-desk'
import type { ReportCommittee } from '../committee/report-committee'

interface Options {
  readonly identity: () => Identity
  readonly person: () => Signature
  readonly makeVersion: Make
  readonly onBug: (error: unknown) => void
}

export interface OpenVersions {
  readonly own: ReportVersions
  readonly deskFor: (committee: ReportCommittee) => VersionDesk
  readonly close: () => void
}

/** The versions of a report that is opened: of one that another machine hosts, or of one of this computer's. */
export function openVersions(store: ReportStore, options: Options): OpenVersions {
  const own = new ReportVersions(store, { make: options.makeVersion })
  let stop = (): void => undefined
  return {
    own,
    deskFor: committee => {
      const desk = deskOf(own, committee, options)
      stop = keepHourly({ store, keep: () => desk.keep('hourly'), onBug: options.onBug })
      return desk
    },
    close: () => {
      stop()
      own.close()
    },
  }
}

function deskOf(own: ReportVersions, committee: ReportCommittee, { identity, person }: Options): VersionDesk {
  const { peer, sharing } = committee
  if (!peer)
    return hostedVersions(own, {
      ledger: () => sharing.ledgerHost,
      caller: () => sharing.caller(),
      found: () => sharing.foundAlone(person()),
    })
  const way = (): Membership => peer.link
  return memberVersions(own, {
    fetch: (names, writers) => fetchVersions(way(), identity(), { names, writers }),
    freeze: command => freezeAsMember(way(), identity(), command),
    ledger: () => peer.ledger,
    onLedger: listener => peer.onLedger(() => listener()),
  })
}
