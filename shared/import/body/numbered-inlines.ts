import { plainText } from '../lines/clean-inlines'
import type { Line } from '../lines/line'
import type { SourceInline } from '../source'

/** A paragraph's content with its automatic number in front as text, where no list of ours prints the same. */
export function numberedInlines(line: Line): readonly SourceInline[] {
  const number = line.paragraph.number?.trim() ?? ''
  if (number === '') return line.inlines
  const first = line.inlines[0]
  const marks = first?.kind === 'text' && first.marks.strong === true ? { strong: true } : {}
  return line.inlines.length === 0
    ? [plainText(bulletText(number))]
    : [plainText(`${bulletText(number)} `, marks), ...line.inlines]
}

/** Signs of symbol fonts mean nothing as text. */
const bulletText = (number: string): string =>
  /^[\p{L}\p{N}\p{P}+]/u.test(number) && number !== 'o' ? number : '-'
