import type { SourceInline } from '../../../../../shared/import/source'
import { cleanText } from '../../../../../shared/util/text'
import type { InlinePiece } from './inline-writer'

const leadingMarks = /^\p{M}+/u
const optionalHyphens = /\u00ad/g

/**
 * The inlines of a paragraph as the recogniser gets them: composed Unicode also across the border of two runs, no
 * optional hyphens (where one meant "ư" it has been decoded before), no empty or split pieces.
 */
export function finishInlines(pieces: readonly InlinePiece[]): SourceInline[] {
  const inlines: { kind: 'text'; text: string; marks: object }[] = []
  const all: SourceInline[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      all.push(piece.kind === 'page-break' ? { kind: 'break' } : piece)
      continue
    }
    let text = piece.text.replace(optionalHyphens, '')
    const last = all.at(-1)
    const before = last?.kind === 'text' ? inlines.at(-1) : undefined
    const stray = before && leadingMarks.exec(text)?.[0]
    if (before && stray) {
      before.text += stray
      text = text.slice(stray.length)
    }
    if (text === '') continue
    if (before && sameMarks(before.marks, piece.marks)) before.text += text
    else {
      const inline = { kind: 'text' as const, text, marks: piece.marks }
      inlines.push(inline)
      all.push(inline)
    }
  }
  for (const inline of inlines) inline.text = cleanText(inline.text)
  return all
}

function sameMarks(one: object, other: object): boolean {
  if (one === other) return true
  const keys = Object.keys(one) as (keyof typeof one)[]
  return keys.length === Object.keys(other).length && keys.every(key => one[key] === other[key])
}
