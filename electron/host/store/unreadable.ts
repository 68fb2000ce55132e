import { Failure } from '../../../shared/ipc/failure'
import { sqliteCodeOf, sqliteCodes } from './sqlite'
import { words } from './words'

/** What SQLite could not read, in words for the person; anything else comes back as it is (a bug). */
export function unreadable(error: unknown, path: string): unknown {
  switch (sqliteCodeOf(error)) {
    case null:
      return error
    case sqliteCodes.notADatabase:
      return new Failure('unreadable-file', words.notAReport(path))
    case sqliteCodes.inputOutput:
      return new Failure('unreadable-file', words.cannotRead(path))
    default:
      // A wrong byte in the header or the list of tables surfaces as errors of every kind.
      return new Failure('unreadable-file', words.nothingReadable(path))
  }
}
