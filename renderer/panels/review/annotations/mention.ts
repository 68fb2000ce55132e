import { fold } from '../../../../shared/find/fold'

/** Somebody who can be named. */
export interface Mentionable {
  readonly id: string
  readonly name: string
  readonly unit: string
}

/** What is typed behind "@", up to the caret; null where nobody is being named there. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly query: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}\p{N} .]{0,40})$/u.exec(text.slice(0, caret))
  const query = match?.[1]
  return query === undefined ? null : { from: caret - query.length - 1, query }
}

const plain = (text: string): string => fold(text, { matchCase: false, matchTones: false }).text

/** Whose name or unit has words that begin so, tones aside; those whose name does come first. */
export function peopleFor(query: string, people: readonly Mentionable[]): Mentionable[] {
  const sought = plain(query.trim())
  const begins = (text: string): boolean => ` ${plain(text)}`.includes(` ${sought}`)
  const byName = people.filter(({ name }) => begins(name))
  const byUnit = people.filter(person => !byName.includes(person) && begins(person.unit))
  return [...byName, ...byUnit]
}

/** The text with the person's whole name in place of what was typed, and where the caret goes. */
export function nameInto(
  text: string,
  { from, caret, name }: { from: number; caret: number; name: string },
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${name} `
  return { text: before + text.slice(caret).replace(/^ /u, ''), caret: before.length }
}

/** Who is named in a text: a name that somebody has written over is nobody's any more. */
export function namedIn(text: string, people: readonly Mentionable[]): string[] {
  const pieces = splitAtNames(
    text,
    people.map(({ name }) => name),
  )
  const named = new Set(pieces.filter(({ isName }) => isName).map(piece => piece.text.slice(1)))
  return people.filter(({ name }) => named.has(name)).map(({ id }) => id)
}

export interface WordsOfText {
  readonly text: string
  readonly isName: boolean
}

/** The text in pieces, names apart from the rest. */
export function splitAtNames(text: string, names: readonly string[]): WordsOfText[] {
  if (names.length === 0) return [{ text, isName: false }]
  // The longest first: "@Lan Anh" is not "@Lan" and a word.
  const sought = [...names].sort((a, b) => b.length - a.length).map(name => escaped(`@${name}`))
  return text
    .split(new RegExp(`(${sought.join('|')})`, 'u'))
    .map((piece, index) => ({ text: piece, isName: index % 2 === 1 }))
    .filter(piece => piece.text !== '')
}

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
