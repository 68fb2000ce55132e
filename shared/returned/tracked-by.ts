import type { Tracked } from './returned-edit'
import type { WordRevision } from './word-marks'

/** Whose tracked changes an edit came from, as far as the words tell. */
export type TrackedBy = (words: string) => readonly Tracked[]

const takesOut = new Set(['deleted', 'moved-from', 'row-deleted', 'cell-deleted'])

/** Shorter words stand everywhere. */
const fewestLetters = 2

/**
 * Finds who made an edit: whose changes say the words that came or went (`before` were taken out, `after` put in).
 * Nobody where they say none of them: then the edit was made without tracking.
 */
export function trackedBy(
  revisions: readonly WordRevision[],
): (before: string, after: string) => readonly Tracked[] {
  const known = revisions.flatMap(revision => {
    const text = plain(revision.text)
    return text.length < fewestLetters ? [] : [{ ...revision, text, isOut: takesOut.has(revision.kind) }]
  })
  return (before, after) => {
    const [out, put] = [plain(before), plain(after)]
    const own = known.filter(({ text, isOut }) => says(isOut ? out : put, text))
    const people = new Map(own.map(({ author, at }) => [`${author} ${at}`, { author, at }]))
    return [...people.values()].slice(0, mostPeople)
  }
}

const mostPeople = 5

/** A change may be one piece of an edit, or an edit one piece of a change. */
const says = (words: string, text: string): boolean =>
  words.length >= fewestLetters && (words.includes(text) || text.includes(words))

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().normalize('NFC')
