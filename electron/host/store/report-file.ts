import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { migrateReport } from '../../../shared/report/migrations/migrations'
import type { Report } from '../../../shared/report/report'
import { schemaVersion } from '../../../shared/report/schema-version'
import { readReport } from '../../../shared/sync/read-report'
import { writeReport } from '../../../shared/sync/write-report'
import { refuseHeld } from './held-files'
import { noKept, type KeptRows } from './kept-rows'
import { letGo } from './move-log'
import { writeNewFile } from './new-file'
import { readCopy } from './read-copy'
import { failureOf } from './failure-of'
import { noVersions, type VersionRows } from './version-rows'

/** Writes a report as a new file, over an older one of that name. Throws a Failure where it cannot. */
export function createReportFile(path: string, report: Report): void {
  const body = new Doc()
  writeReport(body, report)
  createBodyFile(path, body)
}

/**
 * As `createReportFile`, for a shared document and what goes along with it; the file becomes a report of its own, not the
 * same one twice.
 */
export function createBodyFile(
  path: string,
  body: Doc,
  kept: KeptRows = noKept,
  versions: VersionRows = noVersions,
): void {
  const state = encodeStateAsUpdate(body)
  const created = new Date().toISOString()
  try {
    if (existsSync(path)) letGo(path, schemaVersion)
    writeNewFile(path, { reportId: randomUUID(), created, schema: schemaVersion, state, kept, versions })
  } catch (error) {
    throw failureOf(error)
  }
}

export interface NewReplica {
  readonly reportId: string
  readonly body: Doc
  readonly kept: KeptRows
}

/** Writes the first copy of a report that another machine hosts, under a free name. Throws a Failure where it cannot. */
export function createReplicaFile(path: string, { reportId, body, kept }: NewReplica): void {
  const [created, state] = [new Date().toISOString(), encodeStateAsUpdate(body)]
  try {
    writeNewFile(path, { reportId, created, schema: schemaVersion, state, kept })
  } catch (error) {
    throw failureOf(error)
  }
}

/** The report of a file, which is left as it is; an older one is migrated in memory. Throws a Failure. */
export function readReportFile(path: string): Report {
  refuseHeld(path)
  const { body, schema } = readCopy(path, schemaVersion)
  if (schema < schemaVersion) migrateReport(body, schema, schemaVersion)
  return readReport(body)
}
