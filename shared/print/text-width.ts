/*
 * Advance widths of Times New Roman (Tinos is identical) in thousandths of an em, for the characters 32-126. A rule
 * under a heading is as long as its text, and Word has no way to say so: the length must be known here.
 */
const regular = widths(
  `250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278
   564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944
   722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389
   278 500 500 722 500 500 444 480 200 480 541`,
  { đ: 500, ơ: 529, ư: 542, Ơ: 722, Ư: 776 },
)
const bold = widths(
  `250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333
   570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000
   722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389
   333 556 500 722 500 500 444 394 220 394 520`,
  { đ: 556, ơ: 554, ư: 600, Ơ: 778, Ư: 796 },
)
const other = 600
const millimetresPerPoint = 25.4 / 72

/** Length of one line of text in millimetres. Letters with marks are as wide as their bases, but for ơ and ư. */
export function textWidth(text: string, style: { readonly size: number; readonly bold: boolean }): number {
  const known = style.bold ? bold : regular
  let sum = 0
  for (const sign of text.normalize('NFC')) sum += known.get(baseOf(sign)) ?? other
  return (sum / 1000) * style.size * millimetresPerPoint
}

/** ế → e, ớ → ơ, Đ → D (the same width), đ → đ. */
function baseOf(sign: string): string {
  if (sign === 'Đ') return 'D'
  const horned = sign.normalize('NFD').replace(/[\u0300-\u031a\u031c-\u036f]/g, '')
  return horned.normalize('NFC')
}

function widths(ascii: string, horned: Record<string, number>): ReadonlyMap<string, number> {
  const list = ascii
    .split(/\s+/)
    .map((width, index) => [String.fromCharCode(32 + index), Number(width)] as const)
  return new Map([...list, ...Object.entries(horned)])
}
