/*
 * Signs of the symbol fonts, which hold pictures at the numbers of letters. Only those that office files use in text;
 * the caller warns of any other.
 */

const symbolFont: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xc5: '⊕',
  0xc6: '∅',
  0xce: '∈',
  0xd1: '∇',
  0xd6: '√',
  0xd7: '⋅',
  0xde: '⇒',
  0xe5: '∑',
}

/** The Symbol font writes Greek where Latin letters are. */
const greek: ReadonlyMap<number, string> = new Map(
  Array.from('ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', (letter, index) => [0x41 + index, letter] as const).concat(
    Array.from('αβχδεφγηιϕκλμνοπθρστυϖωξψζ', (letter, index) => [0x61 + index, letter] as const),
  ),
)

const wingdings: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x75: '◆',
  0x76: '❖',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0xa3: '□',
}

/** The Unicode sign for number `code` of a symbol font; undefined when not known. */
export function symbolOf(font: string, code: number): string | undefined {
  const number = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^wingdings 2$/i.test(font)) return wingdings2[number]
  if (/^wingdings/i.test(font)) return wingdings[number]
  if (!/^symbol/i.test(font)) return code === number ? String.fromCodePoint(code) : undefined
  return symbolFont[number] ?? greek.get(number) ?? (number < 0x80 ? String.fromCharCode(number) : undefined)
}

/** Letters of a symbol font inside ordinary text elements stand at U+F020–U+F0FF. */
export const inSymbolPlane = /[\uf020-\uf0ff]/g
