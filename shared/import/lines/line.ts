import type { SourceInline, SourceParagraph } from '../source'
import { cleanInlines, matchableText, notesIn, splitAtBreaks } from './clean-inlines'

/** A paragraph that is not empty, with what recognition asks of it. */
export interface Line {
  readonly kind: 'line'
  /** In words, for warnings: "đoạn 12 (“its first words…”)". */
  readonly place: string
  readonly paragraph: SourceParagraph
  /** Cleaned content of the paragraph. */
  readonly inlines: readonly SourceInline[]
  /** `matchableText` of it. */
  readonly text: string
  readonly words: number
  /** Every letter is bold. */
  readonly bold: boolean
  /** Has letters, and none of them small. */
  readonly upper: boolean
  readonly centred: boolean
  readonly hasNotes: boolean
}

export function lineOf(paragraph: SourceParagraph, placeOf: (text: string) => string): Line {
  const inlines = cleanInlines(paragraph.inlines)
  const text = matchableText(inlines)
  return {
    kind: 'line',
    place: placeOf(text),
    paragraph,
    inlines,
    text,
    words: wordsIn(text),
    bold: everyLetter(inlines, 'strong'),
    upper: isUpper(text),
    centred: paragraph.align === 'center',
    hasNotes: notesIn(inlines),
  }
}

/** The same paragraph with other content. */
export const withInlines = (line: Line, inlines: readonly SourceInline[]): Line =>
  lineOf({ ...line.paragraph, inlines }, () => line.place)

export const splitLine = (line: Line): Line[] =>
  line.text.includes('\n') ? splitAtBreaks(line.inlines).map(part => withInlines(line, part)) : [line]

export const wordsIn = (text: string): number => text.split(/[\s\ufffc]+/).filter(word => word !== '').length

export const isUpper = (text: string): boolean => /\p{L}/u.test(text) && !/\p{Ll}/u.test(text)

/** Whether a mark covers every letter and figure; a stray space or stop outside does not matter. */
export function everyLetter(inlines: readonly SourceInline[], mark: 'strong' | 'em' | 'underline'): boolean {
  const lettered = inlines.filter(inline => inline.kind === 'text' && /[\p{L}\p{N}]/u.test(inline.text))
  return (
    lettered.length > 0 && lettered.every(inline => inline.kind === 'text' && inline.marks[mark] === true)
  )
}
