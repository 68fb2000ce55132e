import type { NoteNumbers } from '../../../shared/numbering/number-notes'
import type { NoteId } from '../../../shared/report/ids'

/** One note as the pane lists it. */
export interface NoteEntry {
  readonly id: NoteId
  /** Null: no mark in the text leads here any more. */
  readonly number: number | null
}

/** Notes by number, those without a mark last. The same value while nothing changed in it. */
export function createNotesOrder(): (
  numbers: NoteNumbers,
  stored: ReadonlyMap<NoteId, unknown>,
) => readonly NoteEntry[] {
  let known: readonly NoteEntry[] = []
  return (numbers, stored) => {
    const entries: NoteEntry[] = [...numbers].map(([id, number]) => ({ id, number }))
    for (const id of stored.keys()) if (!numbers.has(id)) entries.push({ id, number: null })
    return isSame(entries, known) ? known : (known = entries)
  }
}

const isSame = (a: readonly NoteEntry[], b: readonly NoteEntry[]): boolean =>
  a.length === b.length &&
  a.every(({ id, number }, index) => b[index]?.id === id && b[index].number === number)
