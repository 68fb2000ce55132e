import { Failure } from '../../../shared/ipc/failure'
import { words } from './words'

/** Why the file system would not give us a file, in words. `name` = the file's name without its folder. */
export function readFailure(error: unknown, name: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'ENOENT') return new Failure('not-found', words.missing(name))
  if (code === 'EACCES' || code === 'EPERM') return new Failure('unreadable-file', words.forbidden(name))
  return new Failure('unreadable-file', words.unreadable(name, code))
}
