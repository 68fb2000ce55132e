import { Failure } from '../../../shared/ipc/failure'
import { sqliteCodeOf, sqliteCodes } from './sqlite'
import { words } from './words'

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const readOnly = new Set(['EACCES', 'EPERM', 'EROFS'])

/** What a disk or SQLite refused, in words; anything else comes back as it is (a bug). */
export function failureOf(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const sqlite = sqliteCodeOf(error)
  if (fullDisk.has(code) || sqlite === sqliteCodes.full) return new Failure('disk-full', words.diskFull)
  if (readOnly.has(code) || sqlite === sqliteCodes.readOnly || sqlite === sqliteCodes.cannotOpen)
    return new Failure('read-only', words.readOnlyPlace)
  if (code === 'ENOENT') return new Failure('not-found', words.folderGone)
  return sqlite === sqliteCodes.inputOutput ? new Failure('not-ready', words.cannotWrite) : error
}
