import { Failure } from '../../../shared/ipc/failure'
import { placeOf } from './report-log'
import { words } from './words'

// POSIX drops a process's locks on a file as soon as that process closes *any* handle of it. So a file that this
// program holds must never be read here by another way, not even to copy it.
const held = new Set<string>()

/** Throws a Failure where this program already has the file open. */
export function refuseHeld(path: string): void {
  if (held.has(placeOf(path))) throw new Failure('not-allowed', words.openHere)
}

/** Marks a file as held; the returned function lets it go. */
export function hold(path: string): () => void {
  const place = placeOf(path)
  held.add(place)
  return () => void held.delete(place)
}
