import { cleanText } from '../../util/text'
import type { SourceInline, SourceMarks } from '../source'

const zeroWidth = /[\u200b\ufeff\u00ad]/g
const runOfSpaces = /[^\S\n]+/g
const oneSpace = (run: string): string => (run.includes('\t') ? '\t' : run.length > 1 ? ' ' : run)

/**
 * The content of a paragraph without what only fakes a layout: spaces at both ends, columns made of many spaces
 * (one space is left). A single no-break space stays: a person put it there.
 */
export function cleanInlines(inlines: readonly SourceInline[]): SourceInline[] {
  const cleaned: SourceInline[] = []
  let afterSpace = true
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      if (inline.kind === 'note') afterSpace = false
      if (inline.kind === 'break') afterSpace = true
      cleaned.push(inline)
      continue
    }
    const spaced = cleanText(inline.text).replace(zeroWidth, '').replace(runOfSpaces, oneSpace)
    const text = afterSpace ? spaced.trimStart() : spaced
    if (text === '') continue
    afterSpace = /\s$/.test(text)
    cleaned.push({ ...inline, text })
  }
  return trimEnds(cleaned)
}

function trimEnds(inlines: readonly SourceInline[]): SourceInline[] {
  const first = inlines.findIndex(inline => inline.kind !== 'break')
  const kept = first < 0 ? [] : inlines.slice(first)
  for (let last = kept.at(-1); last && last.kind !== 'note'; last = kept.at(-1)) {
    kept.pop()
    if (last.kind === 'break') continue
    const text = last.text.trimEnd()
    if (text === '') continue
    kept.push({ ...last, text })
    break
  }
  return kept
}

/**
 * The words for matching, as long as the content: one character for a break ("\n") and a note ("\ufffc"), every
 * kind of space as a plain one, so that an offset found in it holds in the content too.
 */
export const matchableText = (inlines: readonly SourceInline[]): string =>
  inlines
    .map(textOfInline)
    .join('')
    .replace(/[^\S\n]/g, ' ')

const textOfInline = (inline: SourceInline): string =>
  inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : '\ufffc'

/** The content from an offset of `matchableText` on. */
export function dropStart(inlines: readonly SourceInline[], length: number): SourceInline[] {
  let rest = length
  const kept: SourceInline[] = []
  for (const inline of inlines) {
    const size = textOfInline(inline).length
    if (rest >= size) rest -= size
    else if (inline.kind === 'text' && rest > 0) {
      kept.push({ ...inline, text: inline.text.slice(rest) })
      rest = 0
    } else kept.push(inline)
  }
  return cleanInlines(kept)
}

/** The content cut at its line breaks. */
export function splitAtBreaks(inlines: readonly SourceInline[]): SourceInline[][] {
  const lines: SourceInline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines.map(cleanInlines).filter(line => line.length > 0)
}

/** The content of a paragraph cut where tabs or many spaces fake columns. Takes it uncleaned. */
export function splitAtColumns(inlines: readonly SourceInline[]): SourceInline[][] {
  const columns: SourceInline[][] = [[]]
  for (const inline of inlines) {
    if (inline.kind !== 'text') {
      columns.at(-1)?.push(inline)
      continue
    }
    for (const [index, text] of inline.text.split(/\t+|[ \u00a0]{4,}/u).entries()) {
      if (index > 0) columns.push([])
      columns.at(-1)?.push({ ...inline, text })
    }
  }
  return columns.map(cleanInlines).filter(column => column.length > 0)
}

export const plainText = (text: string, marks: SourceMarks = {}): SourceInline => ({
  kind: 'text',
  text,
  marks,
})

/** Several lines as one, a space between. */
export const joinLines = (lines: readonly (readonly SourceInline[])[]): SourceInline[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [plainText(' '), ...line]))

export const notesIn = (inlines: readonly SourceInline[]): boolean =>
  inlines.some(inline => inline.kind === 'note')
