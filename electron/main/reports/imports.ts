import { nanoid } from 'nanoid'
import type { ImportResult } from '../../../shared/import/import-result'
import { Failure } from '../../../shared/ipc/failure'
import { words } from '../words'

/** A file that was read and waits for the person's word. */
export interface WaitingImport {
  readonly source: string
  readonly result: ImportResult
}

export interface Imports {
  /** Keeps a result; the token names it from now on. */
  readonly keep: (waiting: WaitingImport) => string
  /** Throws a Failure for a token that is unknown or was discarded. */
  readonly find: (token: string) => WaitingImport
  readonly discard: (token: string) => void
}

/** The last few only: a window that was closed over its preview never says that it has done with it. */
const kept = 8

export function createImports(): Imports {
  const waiting = new Map<string, WaitingImport>()
  return {
    keep: one => {
      const token = nanoid(16)
      waiting.set(token, one)
      for (const old of [...waiting.keys()].slice(0, -kept)) waiting.delete(old)
      return token
    },
    find: token => {
      const found = waiting.get(token)
      if (!found) throw new Failure('not-found', words.importGone)
      return found
    },
    discard: token => void waiting.delete(token),
  }
}
