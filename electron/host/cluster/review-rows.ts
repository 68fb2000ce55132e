import type { PoolClient } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import { checksum } from '../store/checksum'
import { ledgerChannel, type Head } from './report-rows'
import { words } from './words'

export const reviewRooms = ['all', 'leaders'] as const
export type ReviewRoom = (typeof reviewRooms)[number]

/** A change of a room, and whose it is; nobody's where it came with the report's file, or was gathered from many. */
export interface ReviewRow {
  readonly room: ReviewRoom
  readonly bytes: Uint8Array
  readonly member: string
}

export interface ReviewPart {
  /** Up to and with this change. */
  readonly seq: number
  readonly rows: readonly ReviewRow[]
  /** Whose the client ids in gathered changes are. */
  readonly owners: ReadonlyMap<number, string>
}

/** The rooms as they are. */
export interface ReviewState {
  readonly states: Readonly<Record<ReviewRoom, Uint8Array>>
  readonly owners: ReadonlyMap<number, string>
}

type Stored = ReviewRow & { readonly seq: string; readonly checksum: string }

const nobody: ReadonlyMap<number, string> = new Map()

/**
 * The changes after `since`, up to the head; snapshots first, where they hold some of them. Throws a Failure where one is
 * damaged.
 */
export async function readReview(
  client: PoolClient,
  id: string,
  head: Head,
  since: number,
): Promise<ReviewPart> {
  if (head.review <= since) return { seq: since, rows: [], owners: nobody }
  const fromSnapshot = since < head.reviewSnapshot
  const start = fromSnapshot ? head.reviewSnapshot : since
  const snapshots = fromSnapshot ? await readSnapshots(client, id) : []
  const updates = await readUpdates(client, id, start)
  const isWhole =
    snapshots.length === (fromSnapshot ? reviewRooms.length : 0) &&
    updates.length === head.review - start &&
    updates.every(({ seq }, index) => Number(seq) === start + 1 + index) &&
    [...snapshots, ...updates].every(row => checksum(Number(row.seq), row.bytes) === row.checksum)
  if (!isWhole) throw new Failure('unreadable-file', words.damaged(id))
  const owners = fromSnapshot ? await readOwners(client, id) : nobody
  return { seq: head.review, rows: [...snapshots, ...updates], owners }
}

async function readUpdates(client: PoolClient, id: string, since: number): Promise<Stored[]> {
  const { rows } = await client.query<Stored>({
    name: 'review',
    text: `SELECT seq, room, bytes, checksum, member FROM du_thao.review_update
           WHERE report = $1 AND seq > $2 ORDER BY seq`,
    values: [id, since],
  })
  return rows
}

async function readSnapshots(client: PoolClient, id: string): Promise<Stored[]> {
  const text = `SELECT seq, room, bytes, checksum, '' AS member FROM du_thao.review_snapshot WHERE report = $1`
  return (await client.query<Stored>(text, [id])).rows
}

async function readOwners(client: PoolClient, id: string): Promise<ReadonlyMap<number, string>> {
  const text = 'SELECT client, member FROM du_thao.review_client WHERE report = $1'
  const { rows } = await client.query<{ client: string; member: string }>(text, [id])
  return new Map(rows.map(row => [Number(row.client), row.member]))
}

/** Adds changes behind `last`. Other instances hear of it when the step is done. */
export async function appendReview(
  client: PoolClient,
  id: string,
  last: number,
  rows: readonly ReviewRow[],
): Promise<void> {
  for (const [index, { room, bytes, member }] of rows.entries()) {
    const seq = last + 1 + index
    await client.query(
      'INSERT INTO du_thao.review_update (report, seq, room, bytes, checksum, member) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, seq, room, Buffer.from(bytes), checksum(seq, bytes), member],
    )
  }
  if (rows.length === 0) return
  const more = rows.reduce((sum, { bytes }) => sum + bytes.length, 0)
  await client.query(
    'UPDATE du_thao.report SET review_seq = $2, review_bytes = review_bytes + $3 WHERE id = $1',
    [id, last + rows.length, more],
  )
  await client.query('SELECT pg_notify($1, $2)', [ledgerChannel, id])
}

/** Puts one state a room in the place of all changes so far. */
export async function compactReview(
  client: PoolClient,
  id: string,
  { seq, states, owners }: ReviewState & { readonly seq: number },
): Promise<void> {
  for (const room of reviewRooms)
    await client.query(
      `INSERT INTO du_thao.review_snapshot (report, room, seq, bytes, checksum) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (report, room)
       DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes, checksum = excluded.checksum`,
      [id, room, seq, Buffer.from(states[room]), checksum(seq, states[room])],
    )
  // Whose a change was is not in a state; without it the next one under the same client id would be refused.
  await client.query(
    `INSERT INTO du_thao.review_client (report, client, member)
     SELECT $1, c, m FROM unnest($2::bigint[], $3::text[]) AS given(c, m)
     ON CONFLICT (report, client) DO NOTHING`,
    [id, [...owners.keys()], [...owners.values()]],
  )
  await client.query('DELETE FROM du_thao.review_update WHERE report = $1 AND seq <= $2', [id, seq])
  await client.query('UPDATE du_thao.report SET review_snapshot_seq = $2, review_bytes = 0 WHERE id = $1', [
    id,
    seq,
  ])
}
