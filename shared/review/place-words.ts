import type { Anchor } from './anchor'
import type { AnchorPlace, AnchorSpot } from './anchor-place'
import { letterAt, positionOfLetter, wordsBetween, type Flow } from './flow'
import { likestStretch, shareKept, syllablesIn } from './kept-words'
import { lettersIn } from './letters'
import {
  border,
  nearness,
  placesOf,
  searchLetters,
  type Evidence,
  type LetterRange,
  type Wanted,
} from './search-letters'
import type { TiedRange } from './tied-letters'

interface Range {
  readonly from: number
  readonly to: number
}

/** Where words are looked for: the report's text, or one note. Positions are those of the flow's root. */
export interface Ground {
  readonly flow: Flow
  readonly tied: TiedRange | null
  /** The content of the block that the words stood in; null if it is gone. */
  readonly own: Range | null
  readonly isInSection: (pos: number) => boolean
  readonly spot: (from: number, to: number) => AnchorSpot
}

/** How much of the words must be left for them to be the same words, changed. */
const enoughKept = 0.5

/** Where words are that were written, moved, split or changed; detached with where they stood if they are gone. */
export function placeWords(anchor: Anchor, ground: Ground): AnchorPlace {
  const between = tiedRange(ground)
  const wanted = wantedOf(anchor)
  if (between && lettersIn(wordsIn(ground, between)) === wanted.quote) return found(ground, between)
  const was = syllablesIn(anchor.quote)
  const isKept = (range: Range): boolean => shareKept(was, syllablesIn(wordsIn(ground, range))) >= enoughKept
  // Both ends live: nobody moved the words, somebody writes between. A copy elsewhere is not them.
  if (between && isAlive(ground) && isKept(between)) return changed(ground, between)
  const exact = searchLetters(ground.flow.letters, wanted, evidenceIn(ground))
  if (exact) return found(ground, withSpaces(ground, exact, anchor.quote))
  for (const range of [between, betweenBorders(ground, wanted)])
    if (range && isKept(range)) return changed(ground, range)
  const likest =
    (was.length >= fewestInBlock ? likestIn(ground, ground.own, was) : null) ?? likestAtEnd(ground, was)
  if (likest) return changed(ground, likest)
  return { kind: 'detached', near: between && ground.spot(between.from, between.to) }
}

/** Where an insertion is to go: at its letter, or where the same words stand on both sides. */
export function placeInsertion(anchor: Anchor, ground: Ground): AnchorPlace {
  const { flow, tied } = ground
  const wanted = wantedOf(anchor)
  const at = tied?.from?.pos ?? null
  const around = Math.min(enoughAround, wanted.before.length + wanted.after.length)
  if (at !== null && nearnessAt(flow, at, wanted) >= around) return found(ground, { from: at, to: at })
  const before = wanted.before.slice(-border)
  const borders = before + wanted.after.slice(0, border)
  const rated = placesOf(flow.letters, borders, 50)
    .map(from => ({ letter: from + before.length, near: nearnessOf(flow, from + before.length, wanted) }))
    .filter(({ near }) => near > wanted.rival && near >= enoughAround)
    .sort((a, b) => b.near - a.near)
  const [best, second] = rated
  const pos =
    best && best.near > (second?.near ?? -1) ? positionBehind(flow, best.letter, before !== '') : null
  if (pos !== null) return found(ground, { from: pos, to: pos })
  const beside = besideOneSide(flow, wanted) ?? at
  return beside === null ? { kind: 'detached', near: null } : changed(ground, { from: beside, to: beside })
}

/** Behind the words that stood before, or before those that stood behind, where either stand in one place only. */
function besideOneSide(flow: Flow, { before, after }: Wanted): number | null {
  const oneSide = 20
  const [head, tail] = [before.slice(-oneSide), after.slice(0, oneSide)]
  const [ahead, otherAhead] = placesOf(flow.letters, head, 2)
  if (head.length === oneSide && ahead !== undefined && otherAhead === undefined)
    return positionBehind(flow, ahead + oneSide, true)
  const [behind, otherBehind] = placesOf(flow.letters, tail, 2)
  return tail.length === oneSide && behind !== undefined && otherBehind === undefined
    ? positionOfLetter(flow, behind)
    : null
}

const enoughAround = 8

const nearnessOf = (flow: Flow, letter: number, wanted: Wanted): number =>
  nearness(flow.letters, { from: letter, to: letter }, wanted)
const nearnessAt = (flow: Flow, pos: number, wanted: Wanted): number =>
  nearnessOf(flow, letterAt(flow, pos), wanted)

/** An insertion stays with the word before it, where there is one. */
function positionBehind(flow: Flow, letter: number, hasBefore: boolean): number | null {
  const pos = positionOfLetter(flow, hasBefore ? letter - 1 : letter)
  return pos === null ? null : hasBefore ? pos + 1 : pos
}

export const wantedOf = ({ quote, before, after, rival }: Anchor): Wanted => ({
  quote: lettersIn(quote),
  before: lettersIn(before),
  after: lettersIn(after),
  rival: rival ?? -1,
})

const wordsIn = ({ flow }: Ground, { from, to }: Range): string => wordsBetween(flow, from, to)
const found = (ground: Ground, { from, to }: Range): AnchorPlace => ({
  kind: 'found',
  at: ground.spot(from, to),
})
const changed = (ground: Ground, { from, to }: Range): AnchorPlace => ({
  kind: 'changed',
  at: ground.spot(from, to),
  now: wordsBetween(ground.flow, from, to),
})

function tiedRange({ tied }: Ground): Range | null {
  if (!tied?.from || !tied.to || tied.from.pos > tied.to.pos) return null
  return { from: tied.from.pos, to: tied.to.pos }
}

const isAlive = ({ tied }: Ground): boolean => tied?.from?.isAlive === true && tied.to?.isAlive === true

function evidenceIn({ flow, tied, own, isInSection }: Ground): Evidence {
  const letterOf = (end: TiedRange['from'] | undefined): number =>
    end?.isAlive ? letterAt(flow, end.pos) : -1
  const start = letterOf(tied?.from)
  const end = letterOf(tied?.to)
  const block = own && { from: letterAt(flow, own.from), to: letterAt(flow, own.to) }
  return {
    isTied: (from, to) => from === start || to === end,
    isInBlock: (from, to) => block !== null && from < block.to && to > block.from,
    isInSection: from => isInSection(positionOfLetter(flow, from) ?? 0),
  }
}

/** The words of these letters, with the spaces at their ends that the quote had. */
function withSpaces({ flow }: Ground, { from, to }: LetterRange, quote: string): Range {
  const start = positionOfLetter(flow, from) ?? 0
  const end = (positionOfLetter(flow, to - 1) ?? start) + 1
  const ahead = quote.length - quote.trimStart().length
  const behind = quote.length - quote.trimEnd().length
  const { content } = flow.root
  const isSpace = (at: number): boolean =>
    at >= 0 && at < content.size && /^\s$/u.test(flow.root.textBetween(at, at + 1, '', '\ufffc'))
  let [first, last] = [start, end]
  while (start - first < ahead && isSpace(first - 1)) first--
  while (last - end < behind && isSpace(last)) last++
  return { from: first, to: last }
}

/** What stands between the words that stood before and behind. */
function betweenBorders({ flow }: Ground, { quote, before, after }: Wanted): Range | null {
  const head = before.slice(-border)
  const tail = after.slice(0, border)
  if (head.length < border || tail.length < border) return null
  const [start, second] = placesOf(flow.letters, head, 2)
  if (start === undefined || second !== undefined) return null
  const from = start + head.length
  const to = flow.letters.indexOf(tail, from)
  if (to <= from || to - from > quote.length * 2 + 40) return null
  const first = positionOfLetter(flow, from)
  const last = positionOfLetter(flow, to - 1)
  return first === null || last === null ? null : { from: first, to: last + 1 }
}

/** Nothing but its syllables speaks for such a stretch. */
const enoughInStretch = 0.6
/** So many syllables at least: two or three meet by chance. */
const fewest = 2
const fewestInBlock = 6
/** Common syllables stand scattered in every long paragraph. */
const enoughPure = 0.7

/** The stretch of a block that says most of the words still. */
function likestIn(
  { flow }: Ground,
  block: Range | null,
  was: readonly string[],
  least = enoughInStretch,
): Range | null {
  if (!block || was.length * least < fewest) return null
  const now = syllablesIn(wordsBetween(flow, block.from, block.to))
  const stretch = likestStretch(was, now)
  if (!stretch || stretch.share < least || stretch.purity < enoughPure) return null
  const lettersOf = (syllables: readonly string[]): number => syllables.join('').length
  const start = letterAt(flow, block.from) + lettersOf(now.slice(0, stretch.from))
  const end = start + lettersOf(now.slice(stretch.from, stretch.to))
  const from = positionOfLetter(flow, start)
  const to = positionOfLetter(flow, end - 1)
  return from === null || to === null ? null : { from, to: to + 1 }
}

/** Of words over several paragraphs some may be gone: what is left lies at the end that lives. */
function likestAtEnd(ground: Ground, was: readonly string[]): Range | null {
  for (const end of [ground.tied?.from, ground.tied?.to]) {
    if (!end?.isAlive) continue
    const $end = ground.flow.root.resolve(end.pos)
    const range = likestIn(ground, { from: $end.start(), to: $end.end() }, was, enoughKept)
    if (range && (range.from === end.pos || range.to === end.pos)) return range
  }
  return null
}
