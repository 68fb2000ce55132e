/** A figure as Vietnamese offices write it: "21.566", "18,05", "1.234,5"; "18.05" too, which can be nothing else. */
export const numberPattern = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`

const wholeNumber = new RegExp(`^[+-]?(?:${numberPattern})$`)
const grouped = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/

/** The value of a figure, or undefined where the text is anything else. "55.000" is fifty-five thousand. */
export function parseNumber(text: string): number | undefined {
  const figure = text.trim().replace('\u2212', '-')
  if (!wholeNumber.test(figure)) return undefined
  const plain = grouped.test(figure) ? figure.replaceAll('.', '') : figure
  return Number(plain.replace(',', '.'))
}
