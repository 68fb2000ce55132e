import { vi } from '../../../wording/vi'

interface Part {
  readonly kind: string
  readonly text: string
}

/** Words that are left beside a difference, and of a stretch that stands for itself. */
const beside = 6
const alone = 40

/** The parts with long stretches that are the same cut short; added and removed words stay whole. */
export function shortParts<P extends Part>(parts: readonly P[]): readonly P[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part
    if (parts.length === 1) return { ...part, text: ends(part.text, alone, 0) }
    const [first, last] = [index === 0, index === parts.length - 1]
    return { ...part, text: ends(part.text, first ? 0 : beside, last ? 0 : beside) }
  })
}

/** The first and the last words of a text, with a sign for those between. */
function ends(text: string, first: number, last: number): string {
  const words = text.match(/\s*\S+\s*/gu) ?? []
  if (words.length <= first + last + 1) return text
  const start = words.slice(0, first).join('')
  const end = last === 0 ? '' : words.slice(-last).join('')
  return `${start.trimEnd()}${first > 0 ? ' ' : ''}${vi.since.moreWords}${end === '' ? '' : ' '}${end.trimStart()}`
}
