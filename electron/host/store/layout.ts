import { sqliteCodeOf, sqliteCodes, type Database } from './sqlite'

/*
 * The tables of a .duthao file:
 *
 *   meta      name → value      report (its id), schema (version of what a report may hold), created (ISO time)
 *   snapshot  one row at most   the whole state up to and with update `seq`, as one Yjs update
 *   updates   one row a change  Yjs updates after the snapshot, numbered without a gap
 *
 * and, in a report that was shared with a committee (ledger-rows.ts):
 *
 *   ledger       one row an entry    what the host wrote about members, rights, assignments; each entry names the one before
 *   clients      client → member     whose edits are whose
 *   ledger_room  one row at most     state of the document that shows the ledger to peers
 *   sharing      one row at most     the port on which the report is shared while it is open, and by whose certificate
 *   approved     fingerprint → JSON  sections as they were approved; each is named by its own fingerprint
 *
 * and, once there is something in it (kept-rows.ts):
 *
 *   kept         subject, name → bytes   what this computer's host keeps for itself: how it reaches the committee, the tray
 *
 * and, with the first version (version-rows.ts):
 *
 *   version       one row a version   its manifest as JSON, and the sha256 of that
 *   version_part  name → bytes        what manifests name: sections, states, files; the same content is kept once
 *
 * `checksum` covers the number and the bytes, so that a damaged, swapped or missing row is noticed.
 */

/** "DuTh": tells other programs (and us) what the file is. */
export const applicationId = 0x44755468

/**
 * Newest version of these tables, apart from what a report may hold. A file becomes one of version 2 with its first
 * ledger entry, one of version 3 with its first kept row and one of version 4 with its first frozen version: programs of
 * the version before would leave these behind when they move or mend a file, so they must not open it.
 */
export const layoutVersion = 4
const [firstLayout, ledgerLayout, keptLayout] = [1, 2, 3]

/** The version of a file that holds this. */
export function layoutOf({ ledger, kept, versions }: Holds): number {
  if (versions) return layoutVersion
  return kept ? keptLayout : ledger ? ledgerLayout : firstLayout
}

interface Holds {
  readonly ledger: boolean
  readonly kept: boolean
  readonly versions: boolean
}

/** Held by one program at a time. WAL then needs no shared memory, so it also works on an office's network share. */
export const exclusively = 'PRAGMA locking_mode = EXCLUSIVE'

/** How a file is written: on the disk before we call it saved, and no deleted text left in it. */
export const pragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA cell_size_check = ON;
`

export const createTables = `
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${firstLayout};
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE snapshot (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum TEXT NOT NULL
  );
  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL
  );
`

/** Runs statements as one step: all of them are on the disk afterwards, or none. */
export function inOneStep(database: Database, sql: string): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(sql)
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch (error) {
    // A full disk or a lost one makes SQLite roll back by itself; then there is nothing left to roll back.
    if (sqliteCodeOf(error) === null || sqliteCodeOf(error) === sqliteCodes.corrupt) throw error
  }
}
