import { brokenEntries, Entry, isWhole } from '../../../shared/ledger/entry'

export interface ReadEntries {
  readonly entries: readonly Entry[]
  /** Entries that were changed or are missing. */
  readonly damaged: number
}

/**
 * The entries of a file. One that was changed is left out; those behind it still count, for the last thing to lose is
 * that somebody was shut out. The hole stays visible in the chain of hashes.
 */
export function readEntries(rows: readonly string[]): ReadEntries {
  const entries = rows.flatMap(row => {
    const entry = readEntry(row)
    return entry && isWhole(entry) ? [entry] : []
  })
  return { entries, damaged: Math.max(rows.length - entries.length, brokenEntries(entries).length) }
}

function readEntry(row: string): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(row)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
