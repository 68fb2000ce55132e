import { roman } from '../../../../../shared/numbering/numerals'

/** A number in one of Word's formats (w:numFmt); formats of other scripts become figures. */
export function formatNumber(count: number, format: string): string {
  return formats[format]?.(count) ?? String(count)
}

const formats: Readonly<Record<string, (count: number) => string>> = {
  none: () => '',
  decimalZero: count => String(count).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: count => roman(count).toLowerCase(),
  upperLetter: count => letters(count).toUpperCase(),
  lowerLetter: count => letters(count),
  numberInDash: count => `- ${count} -`,
  decimalEnclosedParen: count => `(${count})`,
  decimalEnclosedFullstop: count => `${count}.`,
  decimalEnclosedCircle: count =>
    count >= 1 && count <= 20 ? String.fromCodePoint(0x2460 + count - 1) : String(count),
  vietnameseCounting: count => vietnamese[count - 1] ?? String(count),
  ordinalText: count =>
    count === 1 ? 'nhất' : count === 4 ? 'tư' : (vietnamese[count - 1] ?? String(count)),
  cardinalText: count => vietnamese[count - 1] ?? String(count),
}

const vietnamese = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** a … z, aa, bb, …: Word doubles the letter where a spreadsheet counts on with ab. */
function letters(count: number): string {
  if (count < 1) return String(count)
  const letter = String.fromCharCode(97 + ((count - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(count / 26), 30))
}
