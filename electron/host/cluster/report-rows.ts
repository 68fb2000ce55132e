import type { PoolClient } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import { checksum } from '../store/checksum'
import type { LedgerWrite } from '../store/ledger-rows'
import { words } from './words'

/** How far a report has come. */
export interface Head {
  /** Number of the last change of the body. */
  readonly seq: number
  /** Changes up to this one are in the snapshot. */
  readonly snapshot: number
  /** Bytes of the changes after the snapshot. */
  readonly grown: number
  /** Changes of the ledger: entries, and other states of its room. */
  readonly ledger: number
  /** Number of the last change of the review. */
  readonly review: number
  /** Changes of the review up to this one are in its snapshots. */
  readonly reviewSnapshot: number
  /** Bytes of the changes after those. */
  readonly reviewGrown: number
}

const compactAfter = { updates: 1000, bytes: 1_000_000 }

/** Whether one state should take the place of so many changes. */
export const isLong = ({ updates, bytes }: { updates: number; bytes: number }): boolean =>
  updates > compactAfter.updates || bytes > compactAfter.bytes

/** A change of the body, as it is added. */
export interface NewRow {
  readonly bytes: Uint8Array
  readonly member: string
}

const columns = [
  ...(['seq', 'snapshot_seq', 'log_bytes', 'ledger_seq'] as const),
  ...(['review_seq', 'review_snapshot_seq', 'review_bytes'] as const),
]
type Column = (typeof columns)[number]

/**
 * Holds a report until the step is over: nobody else, on no instance, changes anything of it meanwhile. Throws a Failure
 * where there is no such report.
 */
export async function holdReport(client: PoolClient, id: string): Promise<Head> {
  const { rows } = await client.query<Record<Column, string>>({
    name: 'hold',
    text: `SELECT ${columns.join(', ')} FROM du_thao.report WHERE id = $1 FOR UPDATE`,
    values: [id],
  })
  const [row] = rows
  if (!row) throw new Failure('not-found', words.noReport(id))
  return {
    seq: Number(row.seq),
    snapshot: Number(row.snapshot_seq),
    grown: Number(row.log_bytes),
    ledger: Number(row.ledger_seq),
    review: Number(row.review_seq),
    reviewSnapshot: Number(row.review_snapshot_seq),
    reviewGrown: Number(row.review_bytes),
  }
}

interface Stored {
  readonly seq: string
  readonly bytes: Uint8Array
  readonly checksum: string
}

/**
 * The changes of the body after `since` (-1: all of it), up to the head, as Yjs updates; a snapshot first, where that is
 * needed. Throws a Failure where one is damaged.
 */
export async function readBody(
  client: PoolClient,
  id: string,
  head: Head,
  since: number,
): Promise<Uint8Array[]> {
  const fromSnapshot = since < head.snapshot
  const snapshot = fromSnapshot ? await read(client, 'body_snapshot', id, head.snapshot - 1) : []
  const start = fromSnapshot ? head.snapshot : since
  const updates = start < head.seq ? await read(client, 'body_update', id, start) : []
  const isWhole =
    snapshot.length === (fromSnapshot ? 1 : 0) &&
    updates.length === head.seq - start &&
    updates.every(({ seq }, index) => Number(seq) === start + 1 + index) &&
    [...snapshot, ...updates].every(row => checksum(Number(row.seq), row.bytes) === row.checksum)
  if (!isWhole) throw new Failure('unreadable-file', words.damaged(id))
  return [...snapshot, ...updates].map(({ bytes }) => bytes)
}

async function read(
  client: PoolClient,
  table: 'body_snapshot' | 'body_update',
  id: string,
  since: number,
): Promise<Stored[]> {
  const text = `SELECT seq, bytes, checksum FROM du_thao.${table} WHERE report = $1 AND seq > $2 ORDER BY seq`
  return (await client.query<Stored>({ name: table, text, values: [id, since] })).rows
}

/** Client ids that came with changes after `since`. */
export async function readClients(
  client: PoolClient,
  id: string,
  since: number,
): Promise<ReadonlyMap<number, string>> {
  const text = 'SELECT client, member FROM du_thao.ledger_client WHERE report = $1 AND seq > $2'
  const { rows } = await client.query<{ client: string; member: string }>(text, [id, since])
  return new Map(rows.map(row => [Number(row.client), row.member]))
}

/** Adds changes to the body, and the client ids that came with them. */
export async function appendBody(
  client: PoolClient,
  id: string,
  head: Head,
  { rows, clients }: { rows: readonly NewRow[]; clients: ReadonlyMap<number, string> },
): Promise<void> {
  const numbers = rows.map((_row, index) => head.seq + 1 + index)
  const sums = rows.map(({ bytes }, index) => checksum(head.seq + 1 + index, bytes))
  await client.query({
    name: 'append',
    text: `WITH added AS (
        INSERT INTO du_thao.body_update (report, seq, bytes, checksum, member)
        SELECT $1, * FROM unnest($2::bigint[], $3::bytea[], $4::text[], $5::text[])
      )
      UPDATE du_thao.report SET seq = $6, log_bytes = log_bytes + $7 WHERE id = $1`,
    values: [
      ...[id, numbers, rows.map(({ bytes }) => Buffer.from(bytes)), sums, rows.map(({ member }) => member)],
      ...[head.seq + rows.length, rows.reduce((sum, { bytes }) => sum + bytes.length, 0)],
    ],
  })
  if (clients.size > 0) await insertClients(client, id, clients, head.seq + rows.length)
}

export async function insertClients(
  client: PoolClient,
  id: string,
  clients: ReadonlyMap<number, string>,
  seq: number,
): Promise<void> {
  await client.query(
    `INSERT INTO du_thao.ledger_client (report, client, member, seq)
     SELECT $1, c, m, $4 FROM unnest($2::bigint[], $3::text[]) AS given(c, m)`,
    [id, [...clients.keys()], [...clients.values()], seq],
  )
}

/** Puts one state in the place of all changes so far. */
export async function compactBody(
  client: PoolClient,
  id: string,
  { seq, state }: { seq: number; state: Uint8Array },
): Promise<void> {
  await client.query(
    `INSERT INTO du_thao.body_snapshot (report, seq, bytes, checksum) VALUES ($1, $2, $3, $4)
     ON CONFLICT (report) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes, checksum = excluded.checksum`,
    [id, seq, Buffer.from(state), checksum(seq, state)],
  )
  await client.query('DELETE FROM du_thao.body_update WHERE report = $1 AND seq <= $2', [id, seq])
  await client.query('UPDATE du_thao.report SET snapshot_seq = $2, log_bytes = 0 WHERE id = $1', [id, seq])
}

export interface LedgerPart {
  readonly entries: readonly string[]
  readonly room: Uint8Array | null
  /** Sections as they were approved in those entries. */
  readonly copies: ReadonlyMap<string, string>
}

/** Entries behind the first `since`, and the room as it is. */
export async function readLedger(client: PoolClient, id: string, since: number): Promise<LedgerPart> {
  const entries = await client.query<{ entry: string }>(
    'SELECT entry FROM du_thao.ledger_entry WHERE report = $1 AND seq > $2 ORDER BY seq',
    [id, since],
  )
  const room = await client.query<{ bytes: Uint8Array; checksum: string }>(
    'SELECT bytes, checksum FROM du_thao.ledger_room WHERE report = $1',
    [id],
  )
  const copies = await client.query<{ fingerprint: string; copy: string }>(
    'SELECT fingerprint, copy FROM du_thao.ledger_copy WHERE report = $1 AND seq > $2',
    [id, since],
  )
  const [shown] = room.rows
  // Only a mirror: where it is damaged it is written anew from the entries.
  const isWhole = shown && checksum(0, shown.bytes) === shown.checksum
  return {
    entries: entries.rows.map(({ entry }) => entry),
    room: isWhole ? shown.bytes : null,
    copies: new Map(copies.rows.map(row => [row.fingerprint, row.copy])),
  }
}

/** The channel on which instances hear that a ledger has changed; the report's id is told. */
export const ledgerChannel = 'du_thao_ledger'

/** Adds to the ledger behind its first `count` entries. Other instances hear of it when the step is done. */
export async function appendLedger(
  client: PoolClient,
  id: string,
  count: number,
  { entries = [], room, copies = new Map() }: Pick<LedgerWrite, 'entries' | 'room' | 'copies'>,
): Promise<void> {
  for (const [index, entry] of entries.entries())
    await client.query('INSERT INTO du_thao.ledger_entry VALUES ($1, $2, $3)', [id, count + 1 + index, entry])
  for (const [fingerprint, copy] of copies)
    await client.query(
      'INSERT INTO du_thao.ledger_copy VALUES ($1, $2, $3, $4) ON CONFLICT (report, fingerprint) DO NOTHING',
      [id, fingerprint, copy, count + entries.length],
    )
  if (room)
    await client.query(
      `INSERT INTO du_thao.ledger_room VALUES ($1, $2, $3)
       ON CONFLICT (report) DO UPDATE SET bytes = excluded.bytes, checksum = excluded.checksum`,
      [id, Buffer.from(room), checksum(0, room)],
    )
  await client.query('UPDATE du_thao.report SET ledger_seq = ledger_seq + 1 WHERE id = $1', [id])
  await client.query('SELECT pg_notify($1, $2)', [ledgerChannel, id])
}
