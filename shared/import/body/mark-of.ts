import type { Line } from '../lines/line'
import { readMark, type TypedMark } from '../lines/typed-mark'

/** A paragraph's mark, automatic or typed. `typedLength` = how much of its text to take off (0 if automatic). */
export interface LineMark {
  readonly mark: TypedMark
  readonly typedLength: number
}

export function markOf(line: Line): LineMark | undefined {
  const automatic = line.paragraph.number?.trim()
  if (automatic === undefined || automatic === '') {
    const mark = readMark(line.text)
    return mark && { mark, typedLength: mark.length }
  }
  const mark = readAutomatic(automatic)
  return mark && { mark, typedLength: 0 }
}

/** An automatic number is a mark only as a whole: "Điều 1." or "1.1.1." is none. */
function readAutomatic(number: string): TypedMark | undefined {
  const mark = readMark(`${number} `)
  if (mark?.label === number) return mark
  // Bullets of symbol fonts; a plus sign keeps its rank below the hyphen and stays text.
  const bullet = number === 'o' || (/^[^\p{L}\p{N}]+$/u.test(number) && number !== '+' && number !== '*')
  return bullet ? { kind: 'bullet', label: number, length: number.length } : undefined
}
