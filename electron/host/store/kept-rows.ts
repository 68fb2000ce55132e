import { checksum } from './checksum'
import { blob, quoted, sqliteCodeOf, type Database } from './sqlite'

/** What this computer's host keeps beside a report for itself, by subject and name; the store does not read it. */
export type KeptRows = ReadonlyMap<KeptSubject, ReadonlyMap<string, Uint8Array>>

/**
 * `membership`: the committee that another machine hosts (host/peer). `tray`: words that did not come in (host/tray).
 * `review`: what was said about the report, `draft`: what was begun to be said (host/review). `writers`: who wrote in
 * which block since the last draft (host/versions).
 */
export type KeptSubject = 'membership' | 'tray' | 'review' | 'draft' | 'seen' | 'writers'

/** Rows to be put in the place of others, or taken away (null), by name. */
export type KeptChange = ReadonlyMap<string, Uint8Array | null>

export const noKept: KeptRows = new Map()

const createKeptTable = `
  CREATE TABLE IF NOT EXISTS kept (
    subject TEXT NOT NULL, name TEXT NOT NULL, bytes BLOB NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (subject, name)
  ) WITHOUT ROWID;
`

/** Reads what can be read; `lost` counts rows that could not. */
export function readKeptRows(database: Database): { rows: KeptRows; lost: number } {
  const rows = new Map<KeptSubject, Map<string, Uint8Array>>()
  let lost = 0
  if (!hasTable(database)) return { rows, lost }
  try {
    database.each('subject, name, bytes, checksum', 'kept', (subject, name, bytes, sum) => {
      if (!(bytes instanceof Uint8Array) || checksum(0, bytes) !== sum) {
        lost++
        return
      }
      const known = rows.get(subject as KeptSubject) ?? new Map<string, Uint8Array>()
      rows.set(subject as KeptSubject, known.set(String(name), bytes))
    })
  } catch (error) {
    if (sqliteCodeOf(error) === null) throw error
    lost++
  }
  return { rows, lost }
}

function hasTable(database: Database): boolean {
  let tables = 0
  database.each('name', `sqlite_schema WHERE type = 'table' AND name = 'kept'`, () => tables++)
  return tables > 0
}

/** The statements that make the change; the table comes with the first of them. */
export function keptSql(subject: KeptSubject, change: KeptChange): string {
  const statements = [...change].map(([name, bytes]) =>
    bytes === null
      ? `DELETE FROM kept WHERE subject = ${quoted(subject)} AND name = ${quoted(name)};`
      : `INSERT OR REPLACE INTO kept VALUES
          (${quoted(subject)}, ${quoted(name)}, ${blob(bytes)}, '${checksum(0, bytes)}');`,
  )
  return [createKeptTable, ...statements].join('\n')
}

/** The statements that write the same rows into another file. */
export const allKeptSql = (rows: KeptRows): string =>
  [...rows].map(([subject, named]) => keptSql(subject, named)).join('\n')

export const isNoKept = (rows: KeptRows): boolean => [...rows.values()].every(named => named.size === 0)

export function afterKeeping(rows: KeptRows, subject: KeptSubject, change: KeptChange): KeptRows {
  const named = new Map(rows.get(subject))
  for (const [name, bytes] of change) {
    if (bytes === null) named.delete(name)
    else named.set(name, bytes)
  }
  return new Map(rows).set(subject, named)
}
