import type { Doc } from 'yjs'
import type { StoreState } from '../../../shared/ipc/contract'
import { Failure } from '../../../shared/ipc/failure'
import { refuseHeld } from './held-files'
import type { KeptChange, KeptSubject } from './kept-rows'
import type { LedgerRows, LedgerWrite } from './ledger-rows'
import { LiveStore } from './live-store'
import { openSound, type ReadOnlyReason } from './open-sound'
import { readCopy } from './read-copy'
import { versionOf, type StoreOptions } from './store-options'
import { takeRecovery } from './take-recovery'
import type { VersionRows, VersionWrite } from './version-rows'
import { words } from './words'

/** An open report: its shared document, kept on the disk as it changes. */
export interface ReportStore {
  readonly path: string
  readonly reportId: string
  /** Another one after `replace`. */
  readonly body: Doc
  /** Why the report can only be looked at, in words; null where it can be edited. */
  readonly readOnly: string | null
  /** What the person should be told about the opening (damage, migration, recovery), or null. */
  readonly notice: string | null
  readonly state: () => StoreState
  /** Hears every change of state, until the returned function is called. */
  readonly onState: (listener: (state: StoreState) => void) => () => void
  /** What the file holds of the committee. */
  readonly ledger: () => LedgerRows
  /** Adds to it; it is on the disk when this returns. Throws a Failure where that cannot be. */
  readonly writeLedger: (write: LedgerWrite) => void
  /** What this computer's host keeps in the file under a subject, by name. */
  readonly kept: (subject: KeptSubject) => ReadonlyMap<string, Uint8Array>
  /** Changes it; it is on the disk when this returns. Throws a Failure where that cannot be. */
  readonly keep: (subject: KeptSubject, change: KeptChange) => void
  /** What was frozen of the report. */
  readonly versions: () => VersionRows
  /** Adds to it, and to the ledger, in one step; on the disk when this returns. Throws a Failure where that cannot be. */
  readonly writeVersions: (write: VersionWrite, ledger?: LedgerWrite) => void
  /**
   * Goes on with another document in place of `body`, which is nobody's then: what it alone held is gone from the file.
   * Throws a Failure where that cannot be written; then nothing has changed.
   */
  readonly replace: (body: Doc) => void
  /** Writes what is waiting, now. True when everything is in the report's own file. */
  readonly flush: () => boolean
  /**
   * Goes on in another file, over one that stood there, and removes the old one: the same report in another place.
   * Throws a Failure where that cannot be written; then nothing has changed.
   */
  readonly moveTo: (path: string) => void
  /** Flushes, makes the file whole and lets go of it. Edits that could not be written stay in the recovery file. */
  readonly close: () => void
}

/**
 * Opens a report for editing, or for reading where another program holds it or the place is read-only. A damaged or
 * older file is copied beside itself first. Throws a Failure where it is absent, unreadable, newer, or open here.
 */
export function openReportStore(path: string, options: StoreOptions = {}): ReportStore {
  refuseHeld(path)
  const opening = openSound(path, options)
  if (opening.kind !== 'opened') return readOnlyStore(path, opening.kind, options)
  const store = new LiveStore({ path, log: opening.log, notice: opening.notice }, options)
  takeRecovery(store, options)
  return store
}

function readOnlyStore(path: string, reason: ReadOnlyReason, options: StoreOptions): ReportStore {
  const contents = readCopy(path, versionOf(options))
  const why = reason === 'busy' ? words.openElsewhere : words.readOnlyPlace
  const refuse = (): never => {
    throw new Failure('read-only', why)
  }
  return {
    path,
    reportId: contents.reportId,
    body: contents.body,
    readOnly: why,
    notice: contents.lost > 0 ? words.damagedReadOnly : null,
    state: () => ({ kind: 'read-only', message: why }),
    onState: () => () => undefined,
    ledger: () => contents.ledger,
    writeLedger: refuse,
    kept: subject => contents.kept.get(subject) ?? new Map(),
    keep: refuse,
    versions: () => contents.versions,
    writeVersions: refuse,
    replace: refuse,
    flush: () => true,
    moveTo: refuse,
    close: () => undefined,
  }
}
