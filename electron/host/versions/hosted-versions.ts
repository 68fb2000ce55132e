import { Failure } from '../../../shared/ipc/failure'
import type { Caller } from '../../../shared/ledger/entry'
import type { LedgerHost } from '../ledger/ledger-host'
import type { ReportVersions } from './report-versions'
import type { VersionDesk } from './version-desk'

export interface LedgerAtHost {
  /** Null where nobody has founded one. */
  readonly ledger: () => LedgerHost | null
  /** As whom this computer's person acts. */
  readonly caller: () => Caller
  /** Sees to it that there is a ledger. Throws a Failure. */
  readonly found: () => void
}

/** The versions of a report that this computer hosts, or nobody does. */
export function hostedVersions(versions: ReportVersions, at: LedgerAtHost): VersionDesk {
  return {
    get list() {
      return versions.list
    },
    freeze: async (command, options) => {
      // Without a ledger nobody could tell that the last draft was taken away again.
      at.found()
      const ledger = at.ledger()
      if (!ledger) throw new Error('There is no ledger although one was founded')
      const reply = await versions.freeze(command, at.caller(), ledger, options)
      if (!reply.ok) throw new Failure('not-allowed', reply.message)
      if (!reply.version) throw new Error('A draft was frozen that is none')
      return reply.version
    },
    keep: async cause => {
      await versions.keep(cause, at.ledger())
    },
    read: id => Promise.resolve().then(() => versions.read(id)),
    file: (id, format) => Promise.resolve().then(() => versions.file(id, format)),
    authors: id => Promise.resolve().then(() => versions.authors(id)),
    verify: () => versions.verify(at.ledger()?.current.drafts ?? []),
    forCopy: () => versions.forCopy(at.ledger()?.current.drafts ?? []),
    onChange: listener => versions.onChange(listener),
  }
}
