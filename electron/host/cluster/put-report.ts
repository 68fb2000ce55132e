import type { PoolClient } from 'pg'
import { encodeStateAsUpdate } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { readFields } from '../../../shared/sync/read-report'
import { LedgerBook } from '../ledger/ledger-book'
import { KeptReviewDoc } from '../review/kept-doc'
import { openReportStore, type ReportStore } from '../store/report-store'
import type { Database } from './database'
import { appendLedger, compactBody, insertClients } from './report-rows'
import { appendReview, reviewRooms, type ReviewRow } from './review-rows'
import { words } from './words'

export interface PutReport {
  readonly id: string
  readonly title: string
}

/**
 * Brings a report's file into the database, its committee included; running instances open it within a second. The file
 * stays as it is. Throws a Failure where it is in use, or the database has that report.
 */
export async function putReport(database: Database, path: string): Promise<PutReport> {
  const store = openReportStore(path)
  try {
    if (store.readOnly !== null) throw new Failure('read-only', store.readOnly)
    const { title, type } = readFields(store.body)
    const shown = (title || type).replaceAll('\n', ' ').trim()
    await database.inOneStep(client => insert(client, store, shown))
    return { id: store.reportId, title: shown }
  } finally {
    store.close()
  }
}

async function insert(client: PoolClient, store: ReportStore, title: string): Promise<void> {
  const id = store.reportId
  const { rowCount } = await client.query(
    `INSERT INTO du_thao.report VALUES ($1, $2, $3, $4, 0, 0, 0, 0, 0) ON CONFLICT (id) DO NOTHING`,
    [id, new Date().toISOString(), schemaVersion, title],
  )
  if (rowCount === 0) throw new Failure('not-allowed', words.thereAlready)
  await compactBody(client, id, { seq: 0, state: encodeStateAsUpdate(store.body) })
  const ledger = store.ledger()
  await insertClients(client, id, ledger.clients, 0)
  // Peers hold the room's earlier state, so it comes along, brought up to date.
  const { state } = new LedgerBook(ledger, { report: id }).mirror()
  await putReview(client, store)
  const { entries, copies } = ledger
  await appendLedger(client, id, 0, { entries, copies, room: state })
}

/** What was said about the report; what is somebody's own stays in the file. Nobody is the author of these changes. */
async function putReview(client: PoolClient, store: ReportStore): Promise<void> {
  const rows = reviewRooms.flatMap((room): ReviewRow[] => {
    const { body } = new KeptReviewDoc(store, room)
    return body.store.clients.size > 0 ? [{ room, bytes: encodeStateAsUpdate(body), member: '' }] : []
  })
  await appendReview(client, store.reportId, 0, rows)
}
