import { depthOf, type Level } from '../../report/levels'
import { isUpper, wordsIn, type Line } from '../lines/line'
import type { TypedMark } from '../lines/typed-mark'
import type { LineMark } from './mark-of'
import type { SectionCounts } from './section-counts'

export interface HeadingGuess {
  readonly level: Level
  /** The number as typed. */
  readonly count: number
}

export interface Around {
  /** The file has neither weight nor styles (plain text), so place and length must do. */
  readonly plain: boolean
  /** The mark of the paragraph that follows; undefined = it has none, null = there is no paragraph. */
  readonly nextMark: TypedMark | undefined | null
  readonly counts: SectionCounts
}

/** Longest heading by weight alone; a bold sentence may be longer, a bold heading hardly ever. */
const surelyShort = 30
const possiblyLong = 60
/** Characters. Beyond it nothing is a heading, and no pattern is tried: a hostile word may be millions long. */
const longestLine = 1500

/**
 * Whether a paragraph with a number is a heading, and of which level. When in doubt it is not: a heading taken for
 * text keeps its words and its number, a text taken for a heading breaks the numbers of all that follow.
 */
export function headingOf(
  line: Line,
  { mark, typedLength }: LineMark,
  around: Around,
): HeadingGuess | undefined {
  if (line.text.length > longestLine || hasLeaders(line)) return undefined
  const titled = { line, title: line.text.slice(typedLength) }
  switch (mark.kind) {
    case 'part':
      return partOf(titled, mark, around)
    case 'capital':
      return capitalOf(titled, mark, around)
    case 'number':
      return numberOf(titled, mark, around)
    case 'subnumber':
      return subnumberOf(titled, mark, around)
    case 'letter':
    case 'target':
    case 'bullet':
      return undefined
  }
}

interface Titled {
  readonly line: Line
  /** The text without its typed number. */
  readonly title: string
}

/** Dotted lines to be filled in (a form), or a tab and a page number at the end (a table of contents). */
function hasLeaders({ text, inlines }: Line): boolean {
  const last = inlines.at(-1)
  const page = last?.kind === 'text' && /\t\s*[\divxl]{1,5}$/iu.test(last.text)
  return page || /\.{4,}|…{2,}|…\.{2,}|_{3,}/u.test(text)
}

const styledAs = (line: Line, level: Level): boolean =>
  line.paragraph.styleDepth === depthOf(level) && line.words <= 80

const ends = (text: string, signs: RegExp): boolean => signs.test(text.replace(/["”'’)\ufffc\s]+$/u, ''))
const twoSentences = (text: string): boolean => /(?:\S+\s+){4,}\S+[.;]\s+\p{Lu}/u.test(text)

/** What a heading looks like apart from its number. */
function looksLikeHeading(line: Line, plain: boolean): boolean {
  if (plain) return line.words <= possiblyLong && !ends(line.text, /[.;,]$/u) && !twoSentences(line.text)
  if (line.bold) {
    if (line.words <= surelyShort) return !twoSentences(line.text)
    return line.words <= possiblyLong && !ends(line.text, /[.;,:]$/u) && !twoSentences(line.text)
  }
  return line.paragraph.styleDepth !== undefined && line.words <= surelyShort && !ends(line.text, /[.;,]$/u)
}

function partOf(
  { line, title }: Titled,
  mark: TypedMark & { kind: 'part' },
  { plain }: Around,
): HeadingGuess | undefined {
  const guess: HeadingGuess = { level: 'part', count: mark.count }
  if (styledAs(line, 'part')) return guess
  if (wordsIn(title) > possiblyLong) return undefined
  if (plain) return title === '' || isUpper(title) ? guess : undefined
  if (title === '') return line.bold || line.centred || isUpper(line.text) ? guess : undefined
  return line.bold || (line.centred && isUpper(title)) ? guess : undefined
}

function capitalOf(
  { line, title }: Titled,
  mark: TypedMark & { kind: 'capital' },
  { plain, counts }: Around,
): HeadingGuess | undefined {
  const level = isLetter(mark, counts, line.paragraph.styleDepth) ? 'letter' : 'roman'
  const count = mark[level]
  if (count === undefined) return undefined
  const guess: HeadingGuess = { level, count }
  if (styledAs(line, level)) return guess
  const capitals = isUpper(title)
  const follows = count === 1 || count === counts.last[level] + 1
  if (level === 'letter') {
    const set = capitals || line.centred || line.paragraph.styleDepth !== undefined
    return set && follows && (capitals || !plain) && looksLikeHeading(line, plain) ? guess : undefined
  }
  // "X. AN BÌNH" may be a commune: a numeral out of its row is none.
  const last = counts.last.roman
  const inRow = follows || (count >= last && count <= last + 3)
  if (capitals && inRow && line.words <= surelyShort) return guess
  return follows && looksLikeHeading(line, plain) ? guess : undefined
}

/**
 * "I" opens a row of Roman numerals unless it is the ninth letter; "C" and "D" continue letters unless a row of
 * Roman numerals has come that far.
 */
function isLetter(
  mark: TypedMark & { kind: 'capital' },
  counts: SectionCounts,
  styleDepth: number | undefined,
): boolean {
  if (mark.letter === undefined) return false
  if (mark.roman === undefined) return true
  const nextRoman = mark.roman === counts.last.roman + 1
  if (nextRoman && (mark.roman > 1 || styleDepth === depthOf('roman'))) return false
  const nextLetter = mark.letter === counts.last.letter + 1
  if (nextLetter && styleDepth === depthOf('letter')) return true
  return mark.roman === 1 ? nextLetter && !counts.romansUnderLetters : nextLetter
}

function numberOf(
  { line, title }: Titled,
  mark: TypedMark & { kind: 'number' },
  { plain, nextMark, counts }: Around,
): HeadingGuess | undefined {
  if (mark.sign === ')' || mark.count === 0 || (title === '' && !styledAs(line, 'number'))) return undefined
  const guess: HeadingGuess = { level: 'number', count: mark.count }
  if (styledAs(line, 'number')) return guess
  if (counts.inArticle || !looksLikeHeading(line, plain)) return undefined
  const step = mark.count - counts.last.number
  // A number that continues a list is an item of it, and one that starts again would be printed differently.
  if (step !== 1 && counts.lastItem > 0 && mark.count === counts.lastItem + 1) return undefined
  if (step < 0 || step > 3) return undefined
  return plain && !opensSection(nextMark, 'number') ? undefined : guess
}

function subnumberOf(
  { line }: Titled,
  mark: TypedMark & { kind: 'subnumber' },
  { plain, nextMark, counts }: Around,
): HeadingGuess | undefined {
  const guess: HeadingGuess = { level: 'subnumber', count: mark.count }
  if (counts.last.number === 0) return undefined
  if (styledAs(line, 'subnumber')) return guess
  if (counts.inArticle || mark.parent !== counts.last.number || !looksLikeHeading(line, plain))
    return undefined
  const step = mark.count - counts.last.subnumber
  if (step < 0 || step > 3) return undefined
  return plain && !opensSection(nextMark, 'subnumber') ? undefined : guess
}

/** In plain text a numbered line is a heading only if something stands below it. */
const opensSection = (next: TypedMark | undefined | null, level: Level): boolean =>
  next !== null &&
  (next === undefined ||
    next.kind === 'target' ||
    next.kind === 'bullet' ||
    next.kind === 'letter' ||
    (next.kind === 'subnumber' && level === 'number') ||
    (next.kind === 'number' && next.count === 1 && level === 'subnumber'))
