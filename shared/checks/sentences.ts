import type { Span } from '../figures/figure'

/** A full stop that ends a sentence: not in a number, not after an abbreviation of one letter ("TP."). */
const end = /(?<![\p{Lu}.]|\b(?:tr|ThS|TS|PGS|GS|đ|v\.v))[.!?…]+["”»)]*(?=\s+[\p{Lu}\d"“«(-]|\s*$)|\n+/gu

/** The sentences of a text, without the white space around them. */
export function sentencesOf(text: string): readonly Span[] {
  const found: Span[] = []
  let from = 0
  for (const match of text.matchAll(end)) {
    push(found, text, from, match.index + match[0].length)
    from = match.index + match[0].length
  }
  push(found, text, from, text.length)
  return found
}

function push(found: Span[], text: string, from: number, to: number): void {
  const part = text.slice(from, to)
  const words = part.trim()
  if (words === '') return
  const start = from + part.indexOf(words)
  found.push({ from: start, to: start + words.length })
}
