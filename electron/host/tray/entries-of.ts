import type { Letters, TrayEntry } from '../../../shared/tray/entry'
import type { Loss } from './find-lost'
import type { Wording } from './wording'

/** An entry before it has a name and a time. */
export type NewEntry = Omit<TrayEntry, 'id' | 'at'>

export interface FoundEntry {
  readonly entry: NewEntry
  /** The paragraph that it is about; more that is lost of it goes to the same entry. Null for a value. */
  readonly words: Wording | null
  /** Of a value: the ones that its author changed to it. */
  readonly follows: readonly Letters[]
}

/** What was lost, one entry for each author and paragraph, or value. */
export function entriesOf(
  losses: readonly Loss[],
  authorOf: (client: number) => string | null,
): FoundEntry[] {
  const found = new Map<string, FoundEntry>()
  const numbers = new Map<Wording, number>()
  for (const loss of losses) {
    const { words, place, kind } = loss
    if (words && !numbers.has(words)) numbers.set(words, numbers.size)
    const author = authorOf(loss.client)
    const key = JSON.stringify([kind, author, words ? numbers.get(words) : place])
    const before = found.get(key)
    const follows = [...(before?.follows ?? []), ...(loss.follows ? [loss.follows] : [])]
    found.set(key, { entry: entryOf(loss, author, before?.entry), words, follows })
  }
  return [...found.values()]
}

function entryOf(loss: Loss, author: string | null, before: NewEntry | undefined): NewEntry {
  const { kind, place, section, words, value, theirs, letters } = loss
  return {
    ...{ kind, author, section, place, reason: null },
    mine: words ? words.text : value,
    ...(words ? { content: [...words.content] } : {}),
    ...(theirs === null ? {} : { theirs }),
    // A value stands for those that its author changed to it.
    letters: words ? [...(before?.letters ?? []), letters] : [letters],
  }
}
