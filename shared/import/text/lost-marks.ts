import { isUpper, wordsIn } from '../lines/line'

/** Shortest text that can carry a note; titles are shorter. */
const fewestWords = 4

/**
 * Whether a line goes on where the one before it was broken by a note's mark that got lost: it begins with
 * punctuation, or with a space and a small letter or a parenthesis.
 */
export function goesOn(before: string, line: string, adjacent: boolean): boolean {
  if (/^(?!\.\.)[.,;:)]/u.test(line)) return before !== ''
  if (!adjacent || !/^[ \u00a0](?:\p{Ll}|\(\p{Ll})/u.test(line)) return false
  return wordsIn(before) >= fewestWords && !isUpper(before)
}
