import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../../../shared/ipc/failure'
import { checksum } from './checksum'
import { allKeptSql, isNoKept, noKept, type KeptRows } from './kept-rows'
import { createTables, inOneStep, layoutOf } from './layout'
import { asWrite, isNoLedger, ledgerSql, noLedger, type LedgerRows } from './ledger-rows'
import { blob, openDatabase, quoted } from './sqlite'
import { isNoVersions, noVersions, versionSql, type VersionRows } from './version-rows'
import { words } from './words'

export interface NewFile {
  readonly reportId: string
  /** ISO time. */
  readonly created: string
  readonly schema: number
  /** The whole report as one Yjs update. */
  readonly state: Uint8Array
  /** What the committee's host wrote; none for a report of its own. */
  readonly ledger?: LedgerRows
  /** What this computer's host keeps beside the report. */
  readonly kept?: KeptRows
  /** What was frozen of it. */
  readonly versions?: VersionRows
}

/** SQLite's companions of a file; a stale one beside a new file would corrupt it. */
export const companions = ['-wal', '-shm', '-journal'] as const

/**
 * Writes a whole file beside its place and moves it there in one step, over whatever stood there. The caller has
 * made sure that nobody has that file open. Throws what the disk or SQLite says.
 */
export function writeNewFile(path: string, file: NewFile): void {
  if (!existsSync(dirname(path))) throw new Failure('not-found', words.folderGone)
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}`)
  try {
    fill(temporary, file)
    for (const end of companions) rmSync(path + end, { force: true })
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } catch (error) {
    for (const end of ['', ...companions]) rmSync(temporary + end, { force: true })
    throw error
  }
}

function fill(path: string, file: NewFile): void {
  const { reportId, created, schema, state, ledger = noLedger, kept = noKept, versions = noVersions } = file
  const hasVersions = !isNoVersions(versions)
  const layout = layoutOf({ ledger: !isNoLedger(ledger), kept: !isNoKept(kept), versions: hasVersions })
  const database = openDatabase(path)
  try {
    database.exec('PRAGMA synchronous = FULL')
    inOneStep(
      database,
      `${createTables}
      INSERT INTO meta VALUES
        ('report', ${quoted(reportId)}), ('created', ${quoted(created)}), ('schema', '${schema}');
      INSERT INTO snapshot VALUES (1, 0, ${blob(state)}, '${checksum(0, state)}');
      ${isNoLedger(ledger) ? '' : ledgerSql(asWrite(ledger), layout)}
      ${allKeptSql(kept)}
      ${hasVersions ? versionSql(versions) : ''}
      PRAGMA user_version = ${layout};`,
    )
  } finally {
    database.close()
  }
}

/** Makes a rename outlast a power cut. Windows has no such call and needs none (NTFS keeps a journal). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
