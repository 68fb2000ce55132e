import { existsSync, rmSync } from 'node:fs'
import { encodeStateAsUpdate, type Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { failureOf } from './failure-of'
import { refuseHeld } from './held-files'
import { companions, writeNewFile } from './new-file'
import type { KeptRows } from './kept-rows'
import { openLog, type ReportLog } from './report-log'
import { words } from './words'

/** Writes the report to another file and opens that one. Throws a Failure; then the old log is still the open one. */
export function moveLog(
  from: ReportLog,
  path: string,
  { body, kept }: { readonly body: Doc; readonly kept: KeptRows },
  version: number,
): ReportLog {
  const { reportId, created } = from.contents
  try {
    if (existsSync(path)) letGo(path, version)
    const state = encodeStateAsUpdate(body)
    writeNewFile(path, {
      reportId,
      created,
      schema: version,
      state,
      ledger: from.ledger(),
      kept,
      versions: from.versions(),
    })
    const opening = openLog(path, version)
    if (opening.kind !== 'opened') throw new Failure('read-only', words.readOnlyPlace)
    from.close()
    return opening.log
  } catch (error) {
    throw failureOf(error)
  }
}

/** Makes sure that nobody has a report open before it is replaced. Throws a Failure. */
export function letGo(path: string, version: number): void {
  refuseHeld(path)
  const opening = openLog(path, version)
  if (opening.kind === 'opened') opening.log.close()
  else throw new Failure('read-only', opening.kind === 'busy' ? words.cannotReplace : words.readOnlyPlace)
}

export function removeReport(path: string): void {
  for (const end of ['', ...companions]) rmSync(path + end, { force: true })
}
