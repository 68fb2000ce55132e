import { Failure } from '../../../shared/ipc/failure'
import { words } from '../words'

/**
 * The files that a person has named: in a dialog, by dropping, from the list of recent ones. A page may name only
 * these, so that even a page gone wrong cannot have the program read or show whatever it likes.
 */
export interface ChosenPaths {
  readonly add: (...paths: readonly string[]) => void
  /** The path itself; throws a Failure where nobody chose it. */
  readonly check: (path: string) => string
}

export function chosenPaths(): ChosenPaths {
  const chosen = new Set<string>()
  return {
    add: (...paths) => {
      for (const path of paths) chosen.add(path)
    },
    check: path => {
      if (!chosen.has(path)) throw new Failure('not-allowed', words.pathNotChosen)
      return path
    },
  }
}
