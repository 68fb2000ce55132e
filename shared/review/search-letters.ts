import { commonEnd, commonStart } from './letters'

/** A quote and what stood around it, in letters. */
export interface Wanted {
  readonly quote: string
  readonly before: string
  readonly after: string
  /** How close a place with the same words stood that was not the one; -1 where there was none. */
  readonly rival: number
}

/** What else speaks for a place, beside its words. */
export interface Evidence {
  /** The first or the last letter is the very one that the anchor was tied to. */
  readonly isTied: (from: number, to: number) => boolean
  readonly isInBlock: (from: number, to: number) => boolean
  readonly isInSection: (from: number) => boolean
}

/** Letters `from` up to `to` of a flow. */
export interface LetterRange {
  readonly from: number
  readonly to: number
}

/** Letters right beside a place by which it is looked for where it has no words of its own. */
export const border = 12

interface Candidate extends LetterRange {
  /** Tied, in its block, how much of its surroundings it has, in its section: the earlier decides. */
  readonly rank: readonly [boolean, boolean, number, boolean]
}

/** A word of three letters stands in a long report hundreds of times; beyond this many only its own block is looked at. */
const most = 400
/** Letters, of the quote and around it, that must agree: fewer may do so by chance. */
const enoughInBlock = 8
const enough = 20

/**
 * Where the quote stands now: the place that most speaks for, or null where nothing does or two places have equal
 * claims. Where the words stood elsewhere too when the anchor was made, such a copy is not taken for them.
 */
export function searchLetters(letters: string, wanted: Wanted, evidence: Evidence): LetterRange | null {
  const candidates = placesOf(letters, wanted.quote, most)
    .map(from => rate(letters, from, wanted, evidence))
    .filter(candidate => isAcceptable(candidate, wanted))
    .sort(byRank)
  const [first, second] = candidates
  if (!first || (second && byRank(first, second) === 0)) return null
  return first
}

/** Every place at which `quote` starts, at most so many. */
export function placesOf(letters: string, quote: string, limit: number): number[] {
  const places: number[] = []
  if (quote === '') return places
  for (let at = letters.indexOf(quote); at >= 0 && places.length < limit; at = letters.indexOf(quote, at + 1))
    places.push(at)
  return places
}

/** How many letters of what stood around the quote stand around these letters. */
export const nearness = (
  letters: string,
  { from, to }: LetterRange,
  { before, after }: Omit<Wanted, 'rival'>,
): number =>
  commonEnd(letters.slice(Math.max(0, from - before.length), from), before) +
  commonStart(letters.slice(to, to + after.length), after)

function rate(letters: string, from: number, wanted: Wanted, evidence: Evidence): Candidate {
  const to = from + wanted.quote.length
  const near = nearness(letters, { from, to }, wanted)
  const { isTied, isInBlock, isInSection } = evidence
  return { from, to, rank: [isTied(from, to), isInBlock(from, to), near, isInSection(from)] }
}

function isAcceptable({ rank: [isTied, isInBlock, near] }: Candidate, { quote, rival }: Wanted): boolean {
  return isTied || (near > rival && quote.length + near >= (isInBlock ? enoughInBlock : enough))
}

function byRank({ rank: a }: Candidate, { rank: b }: Candidate): number {
  for (const [index, value] of a.entries()) {
    const difference = Number(b[index]) - Number(value)
    if (difference !== 0) return difference
  }
  return 0
}
