/*
 * TCVN3 (TCVN 5712:1993 VN3, "ABC"): one byte a letter, shown right only in fonts named .Vn…. Word files keep the bytes
 * as the Latin letters and signs of the same numbers.
 */

const upper = [0xa1, 'ĂÂÊÔƠƯĐ'] as const
const lower = [
  [0xa8, 'ăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộ'],
  [0xea, 'ờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
] as const

/** Byte → letter. Capitals with a tone do not exist: a font ending in H shows the small letters as capitals. */
const tcvn3Letters: ReadonlyMap<number, string> = new Map(
  [upper, ...lower].flatMap(([first, letters]) =>
    Array.from(letters.normalize('NFC'), (letter, index) => [first + index, letter] as const),
  ),
)

/** Text of a TCVN3 font as Unicode. `capitals`: the font shows capitals only (.VnTimeH). */
export function decodeTcvn3(text: string, capitals = false): string {
  let decoded = ''
  for (const sign of withoutSymbolPlane(text)) decoded += tcvn3Letters.get(sign.charCodeAt(0)) ?? sign
  return capitals ? decoded.toLocaleUpperCase('vi') : decoded
}

/** Word keeps letters of fonts that call themselves symbol fonts at U+F000 and up. */
export const withoutSymbolPlane = (text: string): string =>
  text.replace(/[\uf020-\uf0ff]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xf000))

export const isTcvn3CapitalFont = (font: string): boolean => /^\.[Vv][Nn][\w-]*H(\s|$)/.test(font)
