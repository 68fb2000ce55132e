import { sharedWords, withoutWords, type ItemRow } from './item'
import type { Pair } from './match-equal'

interface Part {
  readonly was: readonly number[]
  readonly now: readonly number[]
}

/** Of 1: so many words of a new piece must be missing in what is left of the old one. */
const fromThere = 0.6

/** Which items one was split into, and which were joined into one. In the order of `now`. */
export function splitsAndJoins(was: ItemRow, now: ItemRow, pairs: readonly Pair[]): readonly Part[] {
  const split = piecesOf(was, now, pairs)
  const taken = new Set(split.flatMap(({ whole, pieces }) => (pieces.length > 1 ? [whole] : [])))
  const joined = piecesOf(
    now,
    was,
    split.flatMap(({ whole, pieces }) => pieces.slice(0, 1).map((b): Pair => [b, whole])),
  )
  const parts = joined.map(({ whole: b, pieces }): Part => ({ was: pieces, now: [b] }))
  for (const { whole, pieces } of split)
    if (taken.has(whole)) {
      const at = parts.findIndex(part => part.was.includes(whole))
      parts[at] = { was: parts[at]?.was ?? [whole], now: pieces }
    }
  return parts.sort((one, other) => (one.now[0] ?? 0) - (other.now[0] ?? 0))
}

interface Whole {
  readonly whole: number
  readonly pieces: readonly number[]
}

/** Every pair's item, with the unpaired neighbours of its partner that hold the words it lost. */
function piecesOf(wholes: ItemRow, pieces: ItemRow, pairs: readonly Pair[]): readonly Whole[] {
  const taken = new Set(pairs.map(([, piece]) => piece))
  const isFree = (index: number): boolean => index in pieces.items && !taken.has(index)
  return pairs.map(([whole, piece]) => {
    const mine = [piece]
    const holds = (at: number): boolean => {
      const words = pieces.wordsAt(at).length
      if (words === 0 || wholes.kindAt(whole) !== pieces.kindAt(at)) return false
      const lost = withoutWords(
        wholes.bagAt(whole),
        mine.map(index => pieces.bagAt(index)),
      )
      return sharedWords(lost, pieces.bagAt(at)) >= fromThere * words
    }
    for (const step of [1, -1])
      for (let at = piece + step; isFree(at) && holds(at); at += step) {
        taken.add(at)
        mine.push(at)
      }
    return {
      whole,
      pieces: withWords(
        pieces,
        mine.sort((a, b) => a - b),
      ),
    }
  })
}

/** Enter at a paragraph's start or end makes an empty one, and splits nothing. */
function withWords(pieces: ItemRow, indices: readonly number[]): readonly number[] {
  if (indices.length === 1) return indices
  const worded = indices.filter(index => pieces.wordsAt(index).length > 0)
  return worded.length > 0 ? worded : indices
}
