import { Failure } from '../../../shared/ipc/failure'
import { schemaVersion } from '../../../shared/report/schema-version'
import { LedgerBook } from '../ledger/ledger-book'
import { ClusterReport, type OpenedReport } from './cluster-report'
import type { Database } from './database'
import { holdReport, readLedger, type Head } from './report-rows'
import { words } from './words'

export interface ListedReport extends Pick<Head, 'seq' | 'ledger' | 'review'> {
  readonly id: string
  readonly title: string
}

/** All reports of the database, in the order in which they were put there. */
export function listReports(database: Database): Promise<readonly ListedReport[]> {
  return database.inOneStep(async client => {
    const { rows } = await client.query<Record<'id' | 'title' | 'seq' | 'ledger_seq' | 'review_seq', string>>(
      {
        name: 'list',
        text: 'SELECT id, title, seq, ledger_seq, review_seq FROM du_thao.report ORDER BY created, id',
      },
    )
    return rows.map(({ id, title, seq, ledger_seq, review_seq }) => ({
      ...{ id, title, seq: Number(seq), ledger: Number(ledger_seq), review: Number(review_seq) },
    }))
  })
}

/** Opens a report's ledger; the body is read when somebody needs it. Throws a Failure. */
export async function openReport(database: Database, id: string): Promise<ClusterReport> {
  const opened = await database.inOneStep(async (client): Promise<OpenedReport> => {
    const head = await holdReport(client, id)
    const { rows } = await client.query<{ schema: number }>(
      'SELECT schema FROM du_thao.report WHERE id = $1',
      [id],
    )
    // Members' programs hold to the version of their session, and so does the gate: nobody may write another.
    if (rows[0]?.schema !== schemaVersion) throw new Failure('newer-version', words.otherSchema)
    const ledger = await readLedger(client, id, 0)
    const book = new LedgerBook(ledger, { report: id })
    return { id, head, book, entries: ledger.entries.length }
  })
  const report = new ClusterReport(database, opened)
  await report.mend()
  return report
}
