import type { Span } from '../compare/inline-text'

/** Ends a sentence where white space or the end follows; marks of notes (U+FFFC) that stand behind belong to it. */
const ends = /[.!?…;:]+[”")]*\ufffc*(?=\s|$)|\n/gu

/** The sentences that a stretch of a text touches, from the first letter to the last sign. */
export function sentenceAround(text: string, { from, to }: Span): Span {
  const borders = [
    0,
    ...[...text.matchAll(ends)].map(({ 0: sign, index }) => index + sign.length),
    text.length,
  ]
  const start = borders.findLast(border => border <= from && border < text.length) ?? 0
  const end = borders.find(border => border >= Math.max(to, from + 1)) ?? text.length
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { from: start + lead, to: Math.max(start + lead, end - (words.length - words.trimEnd().length)) }
}
