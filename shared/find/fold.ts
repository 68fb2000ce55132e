/** How a text is compared. */
export interface Matching {
  /** "Đảng" is not "đảng". */
  readonly matchCase: boolean
  /** "hoa" is not "hóa": tones and letters (a, ă, â; d, đ) count. */
  readonly matchTones: boolean
}

/** A text as it is compared, and where each of its characters stands in the text it came from. */
export interface Folded {
  readonly text: string
  /** Offsets into the original, one more than characters; absent where the two run alike. */
  readonly offsets?: readonly number[]
}

/**
 * Spaces of every kind and line breaks become one kind of space; case and tones go unless they matter.
 * i and y stay apart: "lý" and "lí" are two spellings. Each combining mark goes, so lengths may differ.
 */
export function fold(text: string, matching: Matching): Folded {
  let folded = ''
  const offsets: number[] = []
  let alike = true
  for (let index = 0; index < text.length; index++) {
    const character = foldCharacter(text.charAt(index), matching)
    if (character.length !== 1) alike = false
    folded += character
    for (let count = 0; count < character.length; count++) offsets.push(index)
  }
  if (alike) return { text: folded }
  offsets.push(text.length)
  return { text: folded, offsets }
}

/** Where a character of the folded text stands in the original. */
export const originalOffset = (folded: Folded, offset: number): number => folded.offsets?.[offset] ?? offset

// Few distinct characters make up any text, so each is folded once for each way of comparing.
const tables = [0, 1, 2, 3].map(() => new Map<string, string>())

function foldCharacter(character: string, matching: Matching): string {
  const table = tables[(matching.matchCase ? 1 : 0) + (matching.matchTones ? 2 : 0)]
  const known = table?.get(character)
  if (known !== undefined) return known
  const folded = foldOnce(character, matching)
  table?.set(character, folded)
  return folded
}

function foldOnce(character: string, { matchCase, matchTones }: Matching): string {
  if (/[\s\u200b]/u.test(character)) return ' '
  let folded = matchCase ? character : character.toLowerCase()
  if (!matchTones) folded = stripTones(folded)
  return folded
}

const stripTones = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
