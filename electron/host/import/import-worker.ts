import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toReportJson, type ReportJson } from '../../../shared/report/report-json'
import type { ImportResult } from '../../../shared/import/import-result'
import { serveIsolated } from '../isolated/serve-isolated'
import { importBytes } from './import-bytes'
import { readFailure } from './read-failure'
import { returnedBytes, type ReturnedFile } from './returned-bytes'

export interface ImportJob {
  /** Absolute. */
  readonly path: string
  /** As a file that came back (`ReturnedAnswer`), or as a report of its own (`ImportAnswer`). */
  readonly as: 'report' | 'returned'
}

/** An import's result as it crosses the process border. */
export interface ImportAnswer extends Omit<ImportResult, 'report'> {
  readonly report: ReportJson
}

/** What came back, likewise. */
export interface ReturnedAnswer extends Omit<ReturnedFile, 'report' | 'rejected'> {
  readonly report: ReportJson
  readonly rejected: ReportJson | null
}

serveIsolated<ImportJob, ImportAnswer | ReturnedAnswer>(async ({ path, as }, progress) => {
  const name = basename(path)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw readFailure(error, name)
  })
  if (as === 'returned') {
    const { report, rejected, ...rest } = await returnedBytes(bytes, progress)
    return { ...rest, report: toReportJson(report), rejected: rejected && toReportJson(rejected) }
  }
  const { report, ...rest } = await importBytes(bytes, name, progress)
  return { ...rest, report: toReportJson(report) }
})
