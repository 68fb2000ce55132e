import { readFileSync } from 'node:fs'
import { resourcePath } from '../../resources'
import { fontFiles } from './font-files'

/** What is printed in place of a letter that the fonts lack; Typst itself would leave nothing. */
const substitute = '□'

let known: ReadonlySet<number> | null = null

/** Code points that every cut of the paper font can draw. */
function coveredLetters(): ReadonlySet<number> {
  known ??= fontFiles
    .map(file => lettersOf(readFileSync(resourcePath(file))))
    .reduce((common, letters) => new Set([...common].filter(letter => letters.has(letter))))
  return known
}

/** Replaces what the fonts lack, and remembers it: a PDF must not lose a letter silently. */
export class MissingLetters {
  readonly #found = new Set<string>()

  readonly replace = (text: string): string => {
    const covered = coveredLetters()
    let replaced = ''
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0
      if (covered.has(code) || invisible.test(letter)) replaced += letter
      else {
        this.#found.add(letter)
        replaced += substitute
      }
    }
    return replaced
  }

  get found(): readonly string[] {
    return [...this.#found]
  }
}

/** Tabs, joiners, variation selectors, soft hyphens: no font draws them. */
const invisible = /[\t\p{Default_Ignorable_Code_Point}]/u

/** The code points of a TrueType font's Unicode table (format 4, the only one Tinos has). */
function lettersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = unicodeTable(view)
  const segments = view.getUint16(table + 6) / 2
  const field = (index: number, segment: number) =>
    view.getUint16(table + 14 + index * 2 * segments + (index > 0 ? 2 : 0) + 2 * segment)
  const letters = new Set<number>()
  for (let segment = 0; segment < segments; segment++) {
    const [end, start] = [field(0, segment), field(1, segment)]
    const offset = field(3, segment)
    const offsetAt = table + 16 + 6 * segments + 2 * segment
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const glyph =
        offset === 0
          ? (letter + field(2, segment)) & 0xffff
          : view.getUint16(offsetAt + offset + 2 * (letter - start))
      if (glyph !== 0) letters.add(letter)
    }
  }
  return letters
}

function unicodeTable(view: DataView): number {
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    if (view.getUint32(record) !== 0x636d6170) continue // "cmap"
    const table = view.getUint32(record + 8)
    for (let entry = table + 4; entry < table + 4 + 8 * view.getUint16(table + 2); entry += 8) {
      const sub = table + view.getUint32(entry + 4)
      if (view.getUint16(sub) === 4) return sub
    }
  }
  throw new Error('The font has no table of Unicode letters')
}
