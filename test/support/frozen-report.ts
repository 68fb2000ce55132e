import { LedgerHost } from '../../electron/host/ledger/ledger-host'
import type { ReportStore } from '../../electron/host/store/report-store'
import { ReportVersions, type FreezeCommand } from '../../electron/host/versions/report-versions'
import type { Version } from '../../shared/versions/version'
import { makeHere } from './make-version-here'

export const draft = (number: number, more: Partial<FreezeCommand> = {}): FreezeCommand => ({
  kind: 'version.freeze',
  number,
  label: `Dự thảo lần ${number}`,
  date: '2026-03-31',
  purpose: '',
  ...more,
})

export interface VersionsAt {
  readonly versions: ReportVersions
  readonly ledger: LedgerHost
  /** As the operator. Throws an Error where it is refused. */
  readonly freeze: (number: number) => Promise<Version>
}

/** The versions of an open report, made in this process. `clock`: ms since 1970. */
export function versionsAt(store: ReportStore, clock: () => number = Date.now): VersionsAt {
  const versions = new ReportVersions(store, { make: makeHere, clock })
  const ledger = new LedgerHost(store, clock)
  return {
    versions,
    ledger,
    freeze: async number => {
      const reply = await versions.freeze(draft(number), { kind: 'operator' }, ledger)
      if (!reply.ok || !reply.version) throw new Error(reply.ok ? 'No version' : reply.message)
      return reply.version
    },
  }
}
