import { LedgerCommand } from '../../../shared/ledger/commands'
import type { SharedLedger } from '../identity/sessions'
import type { LedgerHost } from '../ledger/ledger-host'
import { sharedRows } from './shared-rows'
import type { FreezeCommand, ReportVersions } from './report-versions'

/** A ledger as members reach it, with what takes more than the ledger: freezing, and reading what was frozen. */
export const withFreezing = (ledger: LedgerHost, versions: ReportVersions): SharedLedger => ({
  reportId: ledger.reportId,
  get current() {
    return ledger.current
  },
  onRevoked: listener => ledger.onRevoked(listener),
  copyOf: fingerprint => ledger.copyOf(fingerprint),
  run: (command, caller) => {
    const freeze = freezeCommand(command)
    return freeze ? versions.freeze(freeze, caller, ledger) : ledger.run(command, caller)
  },
  versions: {
    rows: names => sharedRows(versions.rows, names),
    writers: () => versions.authors(null),
  },
})

function freezeCommand(command: unknown): FreezeCommand | undefined {
  const { data } = LedgerCommand.safeParse(command)
  return data?.kind === 'version.freeze' ? data : undefined
}
