import { existsSync, statSync } from 'node:fs'
import { encodeStateAsUpdate, type Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { checksum } from './checksum'
import { readContents, readMeta, type Contents } from './contents'
import {
  afterKeeping,
  isNoKept,
  keptSql,
  type KeptChange,
  type KeptRows,
  type KeptSubject,
} from './kept-rows'
import { applicationId, exclusively, inOneStep, layoutOf, layoutVersion, pragmas } from './layout'
import { afterWrite, isNoLedger, ledgerSql, type LedgerRows, type LedgerWrite } from './ledger-rows'
import { blob, openDatabase, sqliteCodeOf, sqliteCodes, type Database } from './sqlite'
import { unreadable } from './unreadable'
import {
  afterVersionWrite,
  isNoVersions,
  versionSql,
  type VersionRows,
  type VersionWrite,
} from './version-rows'
import { words } from './words'

/** A report's file, held by this program alone until `close`. */
export interface ReportLog {
  readonly contents: Contents
  /** Puts changes at the end; they are on the disk when it returns. Throws what SQLite or the disk says. */
  readonly append: (updates: readonly Uint8Array[]) => void
  /** Replaces snapshot and changes by the state of `body`, and states the version of what it may hold. */
  readonly compact: (body: Doc, schema: number) => void
  /** What the file holds of the committee now. */
  readonly ledger: () => LedgerRows
  /** Adds to it; it is on the disk when this returns. Throws what SQLite or the disk says. */
  readonly writeLedger: (write: LedgerWrite) => void
  /** What this computer's host keeps in the file now. */
  readonly kept: () => KeptRows
  /** Changes it; it is on the disk when this returns. Throws what SQLite or the disk says. */
  readonly keep: (subject: KeptSubject, change: KeptChange) => void
  /** What was frozen of the report. */
  readonly versions: () => VersionRows
  /** Adds to it, and to the ledger, in one step; on the disk when it returns. Throws what SQLite or the disk says. */
  readonly writeVersions: (write: VersionWrite, ledger?: LedgerWrite) => void
  /** Brings the companion file into the main one, so that the main one alone is whole. */
  readonly checkpoint: () => void
  /** False once the file has been moved, replaced or unplugged: what is written then reaches nobody. */
  readonly isInPlace: () => boolean
  /** May be called again. */
  readonly close: () => void
}

export type Opening =
  | { readonly kind: 'opened'; readonly log: ReportLog }
  /** Another program holds it. */
  | { readonly kind: 'busy' }
  /** File, folder or disk may only be read. */
  | { readonly kind: 'read-only' }

/** Takes hold of a report's file. Throws a Failure where it is absent, no report, or from a newer program. */
export function openLog(path: string, newest: number): Opening {
  if (!existsSync(path)) throw new Failure('not-found', words.notFound(path))
  let database: Database | undefined
  try {
    database = openDatabase(path)
    database.exec(exclusively)
    refuseForeign(database, path, newest)
    database.exec('BEGIN IMMEDIATE; COMMIT')
    const contents = readContents(database)
    // A damaged or older file is copied first, and the copy must be what was found.
    if (contents.lost === 0 && contents.schema === newest) database.exec(pragmas)
    return { kind: 'opened', log: logOf(database, path, contents) }
  } catch (error) {
    database?.close()
    return refusalOf(error, path)
  }
}

/** Throws a Failure unless the file is a report that this program understands. Changes nothing. */
export function refuseForeign(database: Database, path: string, newest: number): void {
  let layout = 0
  database.each('application_id', 'pragma_application_id', id => {
    if (id !== applicationId) throw new Failure('unreadable-file', words.notAReport(path))
  })
  database.each('user_version', 'pragma_user_version', version => (layout = Number(version)))
  if (layout > layoutVersion || Number(readMeta(database).get('schema')) > newest)
    throw new Failure('newer-version', words.newerVersion(path))
}

function refusalOf(error: unknown, path: string): Opening {
  switch (sqliteCodeOf(error)) {
    case sqliteCodes.busy:
    case sqliteCodes.locked:
      return { kind: 'busy' }
    case sqliteCodes.readOnly:
    case sqliteCodes.cannotOpen:
      return { kind: 'read-only' }
    default:
      throw unreadable(error, path)
  }
}

function logOf(database: Database, path: string, contents: Contents): ReportLog {
  let seq = contents.lastSeq
  let open = true
  let { ledger, kept, versions } = contents
  const layout = (adds: 'ledger' | 'kept' | 'versions'): number =>
    layoutOf({
      ledger: adds === 'ledger' || !isNoLedger(ledger),
      kept: adds === 'kept' || !isNoKept(kept),
      versions: adds === 'versions' || !isNoVersions(versions),
    })
  const place = placeOf(path)
  return {
    contents,
    append: updates => {
      if (updates.length === 0) return
      const at = new Date().toISOString()
      const rows = updates.map((update, index) => {
        const number = seq + 1 + index
        return `(${number}, ${blob(update)}, '${checksum(number, update)}', '${at}')`
      })
      inOneStep(database, `INSERT INTO updates VALUES ${rows.join(',')}`)
      seq += updates.length
    },
    compact: (body, schema) => {
      const state = encodeStateAsUpdate(body)
      inOneStep(
        database,
        `INSERT OR REPLACE INTO snapshot VALUES (1, ${seq}, ${blob(state)}, '${checksum(seq, state)}');
        DELETE FROM updates;
        INSERT OR REPLACE INTO meta VALUES ('schema', '${schema}');`,
      )
    },
    ledger: () => ledger,
    writeLedger: write => {
      inOneStep(database, ledgerSql(write, layout('ledger')))
      ledger = afterWrite(ledger, write)
    },
    kept: () => kept,
    keep: (subject, change) => {
      inOneStep(database, `PRAGMA user_version = ${layout('kept')}; ${keptSql(subject, change)}`)
      kept = afterKeeping(kept, subject, change)
    },
    versions: () => versions,
    writeVersions: (write, ledgerWrite) => {
      const number = layout('versions')
      const beside = ledgerWrite ? ledgerSql(ledgerWrite, number) : ''
      inOneStep(database, `PRAGMA user_version = ${number}; ${versionSql(write)} ${beside}`)
      versions = afterVersionWrite(versions, write)
      if (ledgerWrite) ledger = afterWrite(ledger, ledgerWrite)
    },
    checkpoint: () => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'),
    isInPlace: () => placeOf(path) === place,
    close: () => {
      if (open) closeWhole(database)
      open = false
    },
  }
}

/** Leaves one plain file without companions and, where it was mostly empty, without room; where the disk still allows it. */
function closeWhole(database: Database): void {
  try {
    // In memory: no copy of the report among the temporary files.
    if (isMostlyEmpty(database)) database.exec('PRAGMA temp_store = MEMORY; VACUUM')
    database.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    // The disk is full or gone. Nothing is lost: the companion file stays, and the next opening reads it.
    if (sqliteCodeOf(error) === null) throw error
  } finally {
    database.close()
  }
}

/** A log that became a snapshot leaves its room behind, often more than the report itself takes. */
function isMostlyEmpty(database: Database): boolean {
  let [all, free] = [0, 0]
  database.each('page_count', 'pragma_page_count', count => (all = Number(count)))
  database.each('freelist_count', 'pragma_freelist_count', count => (free = Number(count)))
  return free > all / 3
}

/** Names the file itself, whatever its path; empty where there is none. Opens nothing (see held-files.ts). */
export function placeOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : ''
}
