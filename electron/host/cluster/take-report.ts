import { existsSync } from 'node:fs'
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { failureOf } from '../store/failure-of'
import { writeNewFile, type NewFile } from '../store/new-file'
import type { Database } from './database'
import { holdReport, readBody, readClients, readLedger } from './report-rows'
import { ClusterReview } from './cluster-review'
import { readReview } from './review-rows'
import { words } from './words'

/**
 * Writes a report of the database, its committee included, as a file of its own. The database keeps it. Throws a Failure
 * where there is no such report, or something at that path.
 */
export async function takeReport(database: Database, id: string, path: string): Promise<void> {
  if (existsSync(path)) throw new Failure('not-allowed', words.fileThere(path))
  const file = await readWhole(database, id)
  try {
    writeNewFile(path, file)
  } catch (error) {
    throw failureOf(error)
  }
}

/** A report as it is at one moment. */
function readWhole(database: Database, id: string): Promise<NewFile> {
  return database.inOneStep(async client => {
    const head = await holdReport(client, id)
    const { rows } = await client.query<{ created: string; schema: number }>(
      'SELECT created, schema FROM du_thao.report WHERE id = $1',
      [id],
    )
    const { created = '', schema = 0 } = rows[0] ?? {}
    const body = new Doc()
    for (const update of await readBody(client, id, head, -1)) applyUpdate(body, update)
    const review = new ClusterReview()
    review.take(await readReview(client, id, head, 0), 'log')
    const clients = new Map([...review.owners, ...(await readClients(client, id, -1))])
    const ledger = { ...(await readLedger(client, id, 0)), clients }
    return {
      reportId: id,
      created,
      schema,
      state: encodeStateAsUpdate(body),
      ledger: { ...ledger, sharing: null },
      kept: new Map([['review', review.rows()]]),
    }
  })
}
