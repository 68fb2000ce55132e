import type { Difference } from '../compare/difference'
import { placesOf, type Part, type Place } from '../compare/places-of-parts'
import { noteRefSign } from '../report/text-blocks'
import type { PlacedEdit } from './change-list'

/** Text for a reader: marks of notes say nothing there, and the sides of a split are one wording. */
export const plain = (text: string): string =>
  text
    .replaceAll(noteRefSign, '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim()

export const sideText = (parts: readonly Part[], without: 'added' | 'removed'): string =>
  plain(parts.flatMap(({ kind, text }) => (kind === without ? [] : text)).join(''))

/** The whole wording then and now. */
export function wordings({ kind, parts }: Difference): { before: string | null; after: string | null } {
  return {
    before: kind === 'added' ? null : sideText(parts, 'added'),
    after: kind === 'removed' ? null : sideText(parts, 'removed'),
  }
}

/** Only the words that differ, with some around. What was split, joined or moved as it stood has none. */
export function editsOf({ kind, parts }: Difference): readonly PlacedEdit[] {
  if (kind === 'split' || kind === 'joined') return []
  if (kind === 'marks')
    return parts.flatMap((part, at) =>
      part.kind === 'marked' ? [placed(parts, { removed: part.text, added: part.text, at }, 1)] : [],
    )
  return placesOf(parts)
    .filter(({ removed, added }) => plain(removed) !== '' || plain(added) !== '')
    .map(place => placed(parts, place, lengthOf(parts, place.at)))
}

/** How many words on either side it takes to find a place. */
const wordsAround = 7

function placed(
  parts: readonly Part[],
  { removed, added, at }: Place & { at: number },
  length: number,
): PlacedEdit {
  const before = wordsIn(parts.slice(0, at))
  const behind = wordsIn(parts.slice(at + length))
  return {
    before: plain(removed),
    after: plain(added),
    lead: (before.length > wordsAround ? '… ' : '') + before.slice(-wordsAround).join(' '),
    tail: behind.slice(0, wordsAround).join(' ') + (behind.length > wordsAround ? ' …' : ''),
  }
}

const lengthOf = (parts: readonly Part[], at: number): number => {
  const end = parts.findIndex(({ kind }, index) => index > at && (kind === 'same' || kind === 'marked'))
  return (end < 0 ? parts.length : end) - at
}

/** As they read today. */
const wordsIn = (parts: readonly Part[]): readonly string[] =>
  plain(parts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')).match(/\S+/gu) ?? []

/** The beginning of a text, cut between words. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most)
  return `${line.slice(0, space > most / 2 ? space : most).replace(/[,;:.\s]+$/u, '')}…`
}

export const wordCount = (text: string): number => text.match(/\S+/gu)?.length ?? 0
