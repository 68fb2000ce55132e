import { applyUpdate, Doc } from 'yjs'
import { fieldsOf, textOf } from '../../../shared/sync/report-doc'
import { readReport } from '../../../shared/sync/read-report'
import { checksum } from './checksum'
import { readKeptRows, type KeptRows } from './kept-rows'
import { readLedgerRows, type LedgerRows } from './ledger-rows'
import { readVersionRows, type VersionRows } from './version-rows'
import { sqliteCodeOf, type Cell, type Database } from './sqlite'

/** What a file holds, as far as it could be read. */
export interface Contents {
  readonly reportId: string
  /** ISO time. */
  readonly created: string
  /** Version of what the report may hold. */
  readonly schema: number
  readonly body: Doc
  /** Number of the last change; the next one is one more. */
  readonly lastSeq: number
  /** Changes after the snapshot. */
  readonly updates: number
  readonly ledger: LedgerRows
  readonly kept: KeptRows
  readonly versions: VersionRows
  /** Places that could not be read; 0 for a sound file. */
  readonly lost: number
}

interface Row {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** Reads everything, row by row, so that one damaged place does not hide the others. */
export function readContents(database: Database): Contents {
  const meta = readMeta(database)
  const snapshot = readRows(database, 'snapshot')
  const updates = readRows(database, 'updates')
  const ledger = readLedgerRows(database)
  const kept = readKeptRows(database)
  const versions = readVersionRows(database)
  const base = snapshot.rows[0]?.seq ?? 0
  const later = updates.rows.filter(row => row.seq > base)
  const body = new Doc()
  const unfit = applyAll(body, [...snapshot.rows, ...later])
  const unsound = gaps(later, base) + (isSound(database, body) ? 0 : 1)
  const lost = snapshot.lost + updates.lost + ledger.lost + kept.lost + versions.lost + unfit + unsound
  return {
    reportId: meta.get('report') ?? '',
    created: meta.get('created') ?? '',
    schema: Number(meta.get('schema') ?? 0),
    body,
    lastSeq: later.at(-1)?.seq ?? base,
    updates: later.length,
    ledger: ledger.rows,
    kept: kept.rows,
    versions: versions.rows,
    lost,
  }
}

/** True where not even one field or block is left. */
export const isEmpty = (body: Doc): boolean => fieldsOf(body).size === 0 && textOf(body).length === 0

export function readMeta(database: Database): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  database.each('name, value', 'meta', (name, value) => meta.set(String(name), String(value)))
  return meta
}

/** The sound rows of a table by number, and how many are not. */
function readRows(database: Database, table: 'snapshot' | 'updates'): { rows: Row[]; lost: number } {
  const rows = new Map<number, Row>()
  const bad = new Set<number>()
  const take = (seq: Cell, bytes: Cell, sum: Cell): void => {
    if (typeof seq !== 'number') return
    if (bytes instanceof Uint8Array && checksum(seq, bytes) === sum) rows.set(seq, { seq, bytes })
    else bad.add(seq)
  }
  const read = (order: string): boolean => {
    try {
      database.each('seq, bytes, checksum', `(SELECT * FROM ${table} ORDER BY seq ${order})`, take)
      return true
    } catch (error) {
      if (sqliteCodeOf(error) === null) throw error
      return false
    }
  }
  // A damaged page stops the reading there; the rows behind it are reached from the other end.
  const whole = read('ASC')
  if (!whole) read('DESC')
  const ordered = [...rows.values()].sort((a, b) => a.seq - b.seq)
  return { rows: ordered, lost: bad.size + (whole ? 0 : 1) }
}

function applyAll(body: Doc, rows: readonly Row[]): number {
  let unfit = 0
  body.transact(() => {
    for (const row of rows) {
      try {
        applyUpdate(body, row.bytes)
      } catch (error) {
        // The checksum held, so whoever wrote it wrote nonsense; the rest is still worth having.
        if (!(error instanceof Error)) throw error
        unfit++
      }
    }
  })
  return unfit
}

const gaps = (rows: readonly Row[], base: number): number =>
  rows.filter((row, index) => row.seq !== (rows[index - 1]?.seq ?? base) + 1).length

function isSound(database: Database, body: Doc): boolean {
  let sound = true
  try {
    database.each('quick_check', 'pragma_quick_check', answer => {
      if (answer !== 'ok') sound = false
    })
    readReport(body)
  } catch (error) {
    if (sqliteCodeOf(error) === null && !(error instanceof RangeError)) throw error
    sound = false
  }
  return sound
}
