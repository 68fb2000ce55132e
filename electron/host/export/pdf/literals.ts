/**
 * User text enters Typst only as string literals, so that nothing in a report can be read as code: no markup, no
 * function, no import.
 */
export const literal = (text: string): string =>
  `"${text.replace(/[\\"]/g, sign => `\\${sign}`).replace(/[\u0000-\u001f\u007f]/g, ' ')}"`

/** Lengths as Typst writes them; four decimals are far below what paper shows. */
export const points = (value: number): string => `${rounded(value)}pt`
export const millimetres = (value: number): string => `${rounded(value)}mm`

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
