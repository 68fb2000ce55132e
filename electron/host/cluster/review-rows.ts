import type { PoolClient } from 'pg'
import { Failure } from '../../../shared/ipc/failure'
import { checksum } from '../store/checksum'
import { ledgerChannel, type Head } from './report-rows'
import { words } from './words'

export const reviewRooms = ['all', 'leaders'] as const
export type ReviewRoom = (typeof reviewRooms)[number]

/** A change of a room, and whose it is; nobody's where it came with the report's file. */
export interface ReviewRow {
  readonly room: ReviewRoom
  readonly bytes: Uint8Array
  readonly member: string
}

/** The changes after `since`, up to the head. Throws a Failure where one is damaged. */
export async function readReview(
  client: PoolClient,
  id: string,
  head: Head,
  since: number,
): Promise<ReviewRow[]> {
  if (head.review <= since) return []
  const { rows } = await client.query<ReviewRow & { seq: string; checksum: string }>({
    name: 'review',
    text: `SELECT seq, room, bytes, checksum, member FROM du_thao.review_update
           WHERE report = $1 AND seq > $2 ORDER BY seq`,
    values: [id, since],
  })
  const isWhole =
    rows.length === head.review - since &&
    rows.every((row, index) => Number(row.seq) === since + 1 + index && isSound(row))
  if (!isWhole) throw new Failure('unreadable-file', words.damaged(id))
  return rows
}

const isSound = (row: { seq: string; bytes: Uint8Array; checksum: string }): boolean =>
  checksum(Number(row.seq), row.bytes) === row.checksum

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
  await client.query('UPDATE du_thao.report SET review_seq = $2 WHERE id = $1', [id, last + rows.length])
  await client.query('SELECT pg_notify($1, $2)', [ledgerChannel, id])
}
