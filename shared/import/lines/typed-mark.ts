import { letter, ordinal, roman, vietnameseLetter } from '../../numbering/numerals'

/** A number or sign typed (or made by Word) in front of a paragraph. */
export type TypedMark = {
  /** As it stands: "II-", "2.1.", "Phần thứ nhất". */
  readonly label: string
  /** How many characters of the text it takes, with the space after it. */
  readonly length: number
} & (
  | { readonly kind: 'part'; readonly count: number; readonly style: 'ordinal' | 'roman' | 'figure' }
  /** "I-": a letter or a Roman numeral; which one, the neighbours decide. */
  | {
      readonly kind: 'capital'
      readonly letter: number | undefined
      readonly roman: number | undefined
      readonly sign: string
    }
  | { readonly kind: 'number'; readonly count: number; readonly sign: string }
  | { readonly kind: 'subnumber'; readonly parent: number; readonly count: number }
  /** "a)", by its place in the Vietnamese alphabet (đ is the fifth). */
  | { readonly kind: 'letter'; readonly count: number; readonly sign: string }
  /** "(1)." or, unlike the printed form, "(1)". */
  | { readonly kind: 'target'; readonly count: number; readonly dotted: boolean }
  | { readonly kind: 'bullet' }
)

const first = (count: number, name: (n: number) => string): Map<string, number> =>
  new Map(Array.from({ length: count }, (_, index) => [name(index + 1), index + 1]))

const romans = first(60, roman)
const capitals = first(26, letter)
const vietnamese = first(23, vietnameseLetter)
const ordinals = first(20, ordinal).set('một', 1).set('bốn', 4).set('bẩy', 7)

const partMark = /^phần\s+(thứ\s+)?([\p{L}\d]+)(?:\s*[.:\-–]+|(?=\s)|$)\s*/iu
// "I.E." or "A.B" are names, so a sign without a space counts only before a word of two letters or more.
const after = String.raw`(?:\s+|$|(?=\p{L}{2}))`
const capitalMark = new RegExp(String.raw`^([A-Z]{1,6})\s?([-–./):])${after}`, 'u')
const subnumberMark = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\s?(\.?)${after}`, 'u')
const numberMark = new RegExp(String.raw`^(\d{1,2})\s?([./)])${after}`, 'u')
const letterMark = /^([a-zđ])\s?([.)])(?:\s+|$)/u
const targetMark = /^\((\d{1,3})\)(\.?)\s*/u
const bulletMark = /^[-–](?:\s+|(?=\p{L}))/u

/** The mark at the start of a text, or undefined. Says what is there, not what it means. */
export function readMark(text: string): TypedMark | undefined {
  return (
    readPart(text) ??
    readSubnumber(text) ??
    readNumber(text) ??
    readCapital(text) ??
    readLetter(text) ??
    readTarget(text) ??
    readBullet(text)
  )
}

const labelled = (match: RegExpExecArray): { label: string; length: number } => ({
  label: match[0].trim(),
  length: match[0].length,
})

function readPart(text: string): TypedMark | undefined {
  const match = partMark.exec(text)
  const word = match?.[2]
  if (!match || !word) return undefined
  const spelled = ordinals.get(word.toLowerCase())
  const numeral = romans.get(word)
  const figure = /^\d{1,2}$/.test(word) ? Number(word) : undefined
  if (match[1] && spelled) return { kind: 'part', count: spelled, style: 'ordinal', ...labelled(match) }
  if (numeral) return { kind: 'part', count: numeral, style: 'roman', ...labelled(match) }
  const count = spelled ?? figure
  return count ? { kind: 'part', count, style: 'figure', ...labelled(match) } : undefined
}

function readCapital(text: string): TypedMark | undefined {
  const match = capitalMark.exec(text)
  const [token, sign] = [match?.[1], match?.[2]]
  if (!match || !token || !sign) return undefined
  const both = { letter: capitals.get(token), roman: romans.get(token) }
  return both.letter || both.roman ? { kind: 'capital', sign, ...both, ...labelled(match) } : undefined
}

function readSubnumber(text: string): TypedMark | undefined {
  const match = subnumberMark.exec(text)
  if (!match) return undefined
  return { kind: 'subnumber', parent: Number(match[1]), count: Number(match[2]), ...labelled(match) }
}

function readNumber(text: string): TypedMark | undefined {
  const match = numberMark.exec(text)
  return match
    ? { kind: 'number', count: Number(match[1]), sign: match[2] ?? '', ...labelled(match) }
    : undefined
}

function readLetter(text: string): TypedMark | undefined {
  const match = letterMark.exec(text)
  const count = vietnamese.get(match?.[1] ?? '')
  return match && count ? { kind: 'letter', count, sign: match[2] ?? '', ...labelled(match) } : undefined
}

function readTarget(text: string): TypedMark | undefined {
  const match = targetMark.exec(text)
  return match
    ? { kind: 'target', count: Number(match[1]), dotted: match[2] === '.', ...labelled(match) }
    : undefined
}

function readBullet(text: string): TypedMark | undefined {
  const match = bulletMark.exec(text)
  return match ? { kind: 'bullet', ...labelled(match) } : undefined
}
