import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { toReportJson, type ReportJson } from '../../../shared/report/report-json'
import type { ImportResult } from '../../../shared/import/import-result'
import { serveIsolated } from '../isolated/serve-isolated'
import { importBytes } from './import-bytes'
import { readFailure } from './read-failure'

export interface ImportJob {
  /** Absolute. */
  readonly path: string
}

/** An import's result as it crosses the process border. */
export interface ImportAnswer extends Omit<ImportResult, 'report'> {
  readonly report: ReportJson
}

serveIsolated<ImportJob, ImportAnswer>(async ({ path }, progress) => {
  const name = basename(path)
  const bytes = await readFile(path).catch((error: unknown) => {
    throw readFailure(error, name)
  })
  const { report, ...rest } = await importBytes(bytes, name, progress)
  return { ...rest, report: toReportJson(report) }
})
