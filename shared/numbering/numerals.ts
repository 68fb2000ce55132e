const romanValues = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

export function roman(count: number): string {
  let rest = count
  let numeral = ''
  for (const [sign, value] of romanValues) {
    while (rest >= value) {
      numeral += sign
      rest -= value
    }
  }
  return numeral
}

/** A … Z, AA, AB …, as Word counts. */
export function letter(count: number): string {
  let rest = count
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** The Vietnamese alphabet as NĐ 30 and office lists use it: a, b, c, d, đ, e, g … */
const vietnameseLetters = Array.from('abcdđeghiklmnopqrstuvxy')

export const vietnameseLetter = (count: number): string =>
  vietnameseLetters[(count - 1) % vietnameseLetters.length] ?? ''

const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** nhất, hai, ba …: what follows "Phần thứ". Figures from the eleventh on. */
export const ordinal = (count: number): string => ordinals[count - 1] ?? String(count)
