import type { List } from '../../report/lists'
import type { TypedMark } from '../lines/typed-mark'

export interface ListGuess {
  readonly list: Exclude<List, 'none'>
  readonly count: number
}

/**
 * The list whose computed mark prints exactly what was typed: "1.", "a)", "(1).", "-". Others ("1)", "a.", "(1)",
 * "1.1.", "Điều 1.") stay words of their paragraph.
 */
export function listOfMark(mark: TypedMark): ListGuess | undefined {
  switch (mark.kind) {
    case 'number':
      return mark.sign === '.' && mark.count > 0 ? { list: 'number', count: mark.count } : undefined
    case 'letter':
      return mark.sign === ')' ? { list: 'letter', count: mark.count } : undefined
    case 'target':
      return mark.dotted && mark.count > 0 ? { list: 'target', count: mark.count } : undefined
    case 'bullet':
      return { list: 'bullet', count: 0 }
    case 'part':
    case 'capital':
    case 'subnumber':
      return undefined
  }
}

/** Printed counts of lists, kept as `markParagraphs` keeps them, so that `start` is set only where they differ. */
export interface ListCounts {
  number: number
  letter: number
  target: number
}

/** The `start` a list paragraph needs to print its typed number, or null where counting gives it. */
export function startOf(guess: ListGuess, counts: ListCounts): number | null {
  const { list, count } = guess
  if (list === 'bullet') return null
  const start = count === counts[list] + 1 ? null : count
  counts[list] = count
  if (list === 'number') counts.letter = 0
  return start
}
