import { existsSync } from 'node:fs'
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, type Doc } from 'yjs'
import { Failure } from '../../../shared/ipc/failure'
import { writeNewFile } from './new-file'
import { openLog, type ReportLog } from './report-log'
import { words } from './words'

/**
 * Opens a report's file again after its disk came back, and makes file and body equal: each gets what only the other
 * had. Where the file is gone but its folder is there, it is written anew. Throws where that is not possible (yet).
 */
export function reconnect(path: string, lost: ReportLog, body: Doc, version: number): ReportLog {
  lost.close()
  const { reportId, created } = lost.contents
  if (!existsSync(path)) {
    const state = encodeStateAsUpdate(body)
    const [ledger, kept, versions] = [lost.ledger(), lost.kept(), lost.versions()]
    writeNewFile(path, { reportId, created, schema: version, state, ledger, kept, versions })
  }
  const opening = openLog(path, version)
  if (opening.kind !== 'opened') throw new Failure('read-only', words.cannotWrite)
  const { log } = opening
  if (log.contents.reportId !== reportId) {
    log.close()
    throw new Failure('not-allowed', words.fileGone)
  }
  applyUpdate(body, encodeStateAsUpdate(log.contents.body, encodeStateVector(body)))
  log.append([encodeStateAsUpdate(body, encodeStateVector(log.contents.body))])
  return log
}
