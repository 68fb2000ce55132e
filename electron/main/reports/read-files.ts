import { nanoid } from 'nanoid'
import { Failure } from '../../../shared/ipc/failure'
import type { Report } from '../../../shared/report/report'
import { words } from '../words'

/** A Word file that was read for comparing; it is not read again, so nobody can change it in between. */
export interface ReadFile {
  /** Without its folder. */
  readonly name: string
  readonly report: Report
}

/** Files that windows have read, by the token of a `Source` of kind `file`. */
export interface ReadFiles {
  readonly keep: (file: ReadFile) => string
  /** Throws a Failure for a token that is unknown or too old. */
  readonly find: (token: string) => ReadFile
}

/** The last few only: a window never says that it has done with one. */
const kept = 8

export function createReadFiles(): ReadFiles {
  const files = new Map<string, ReadFile>()
  return {
    keep: file => {
      const token = nanoid(16)
      files.set(token, file)
      for (const old of [...files.keys()].slice(0, -kept)) files.delete(old)
      return token
    },
    find: token => {
      const found = files.get(token)
      if (!found) throw new Failure('not-found', words.readFileGone)
      return found
    },
  }
}
