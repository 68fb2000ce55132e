import { checksum } from './checksum'
import { blob, quoted, sqliteCodeOf, type Database } from './sqlite'

/** What a report's file holds of the committee. The store keeps it as it is; electron/host/ledger reads it. */
export interface LedgerRows {
  /** Entries in their order, each as JSON. */
  readonly entries: readonly string[]
  /** Yjs client id → member id. */
  readonly clients: ReadonlyMap<number, string>
  /** State of the room that mirrors the ledger, as one Yjs update, or null where there is none (yet). */
  readonly room: Uint8Array | null
  /** How the report is shared whenever it is open, or null where it is not. */
  readonly sharing: KeptSharing | null
  /** Sections as they were approved, as JSON, by their fingerprints. */
  readonly copies: ReadonlyMap<string, string>
}

/** `certificate` (its fingerprint) names the computer that shares: a copy elsewhere must not begin to. */
export interface KeptSharing {
  readonly port: number
  readonly certificate: string
}

/** What is added in one step. */
export interface LedgerWrite {
  /** New entries, put at the end. */
  readonly entries?: readonly string[]
  readonly clients?: ReadonlyMap<number, string>
  /** Replaces the state of the room. */
  readonly room?: Uint8Array
  readonly sharing?: KeptSharing | null
  readonly copies?: ReadonlyMap<string, string>
}

export const noLedger: LedgerRows = {
  entries: [],
  clients: new Map(),
  room: null,
  sharing: null,
  copies: new Map(),
}

const createLedgerTables = `
  CREATE TABLE IF NOT EXISTS ledger (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS clients (client INTEGER PRIMARY KEY, member TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS ledger_room (
    only INTEGER PRIMARY KEY CHECK (only = 1), bytes BLOB NOT NULL, checksum TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS sharing (
    only INTEGER PRIMARY KEY CHECK (only = 1), port INTEGER NOT NULL, certificate TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS approved (fingerprint TEXT PRIMARY KEY, copy TEXT NOT NULL) WITHOUT ROWID;
`

/** Reads what can be read; `lost` counts places that could not. A file of layout 1 holds nothing of it. */
export function readLedgerRows(database: Database): { rows: LedgerRows; lost: number } {
  if (!hasTable(database, 'ledger')) return { rows: noLedger, lost: 0 }
  const entries: string[] = []
  const clients = new Map<number, string>()
  let room: Uint8Array | null = null
  let sharing: KeptSharing | null = null
  const copies = new Map<string, string>()
  let lost = 0
  const read = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (sqliteCodeOf(error) === null) throw error
      lost++
    }
  }
  read(() =>
    database.each('entry', '(SELECT entry FROM ledger ORDER BY seq)', entry => entries.push(String(entry))),
  )
  read(() =>
    database.each('client, member', 'clients', (client, member) =>
      clients.set(Number(client), String(member)),
    ),
  )
  read(() =>
    database.each('bytes, checksum', 'ledger_room', (bytes, sum) => {
      // Only a mirror: where it is damaged it is written anew from the entries.
      if (bytes instanceof Uint8Array && checksum(0, bytes) === sum) room = bytes
    }),
  )
  // Files from before it was remembered have no such table.
  if (hasTable(database, 'sharing'))
    read(() =>
      database.each('port, certificate', 'sharing', (port, certificate) => {
        sharing = { port: Number(port), certificate: String(certificate) }
      }),
    )
  if (hasTable(database, 'approved'))
    read(() =>
      database.each('fingerprint, copy', 'approved', (fingerprint, copy) =>
        copies.set(String(fingerprint), String(copy)),
      ),
    )
  return { rows: { entries, clients, room, sharing, copies }, lost }
}

function hasTable(database: Database, name: string): boolean {
  let tables = 0
  database.each('name', `sqlite_schema WHERE type = 'table' AND name = ${quoted(name)}`, () => tables++)
  return tables > 0
}

/** The statements that add this; the tables come with the first of them. */
export function ledgerSql(write: LedgerWrite, layout: number): string {
  const { entries = [], clients = new Map<number, string>(), room, sharing, copies } = write
  const statements = [createLedgerTables, `PRAGMA user_version = ${layout};`]
  if (entries.length > 0)
    statements.push(
      `INSERT INTO ledger (entry) VALUES ${entries.map(json => `(${quoted(json)})`).join(',')};`,
    )
  if (clients.size > 0) {
    const rows = [...clients].map(([client, member]) => `(${client}, ${quoted(member)})`)
    // A client id stays with the member who used it first.
    statements.push(`INSERT OR IGNORE INTO clients VALUES ${rows.join(',')};`)
  }
  if (room)
    statements.push(`INSERT OR REPLACE INTO ledger_room VALUES (1, ${blob(room)}, '${checksum(0, room)}');`)
  if (sharing !== undefined)
    statements.push(
      sharing === null
        ? 'DELETE FROM sharing;'
        : `INSERT OR REPLACE INTO sharing VALUES (1, ${sharing.port}, ${quoted(sharing.certificate)});`,
    )
  if (copies && copies.size > 0) {
    const rows = [...copies].map(([fingerprint, copy]) => `(${quoted(fingerprint)}, ${quoted(copy)})`)
    statements.push(`INSERT OR IGNORE INTO approved VALUES ${rows.join(',')};`)
  }
  return statements.join('\n')
}

/** What writes the same rows into another file. */
export function asWrite({ room, ...rows }: LedgerRows): LedgerWrite {
  return { ...rows, ...(room ? { room } : {}) }
}

export const isNoLedger = ({ entries, clients, room, sharing }: LedgerRows): boolean =>
  entries.length === 0 && clients.size === 0 && room === null && sharing === null

export function afterWrite(rows: LedgerRows, write: LedgerWrite): LedgerRows {
  return {
    entries: [...rows.entries, ...(write.entries ?? [])],
    clients: new Map([...(write.clients ?? []), ...rows.clients]),
    room: write.room ?? rows.room,
    sharing: write.sharing === undefined ? rows.sharing : write.sharing,
    copies: new Map([...rows.copies, ...(write.copies ?? [])]),
  }
}
