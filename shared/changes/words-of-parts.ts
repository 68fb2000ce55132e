import type { Difference } from '../compare/difference'
import { placesOf, type Part } from '../compare/places-of-parts'
import { noteRefSign } from '../report/text-blocks'
import type { WordEdit } from './change-list'

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

/** Only the words that differ. What was split, joined or moved as it stood has none. */
export function editsOf({ kind, parts }: Difference): readonly WordEdit[] {
  if (kind === 'split' || kind === 'joined') return []
  if (kind === 'marks')
    return parts.flatMap(part =>
      part.kind === 'marked' ? [{ before: plain(part.text), after: plain(part.text) }] : [],
    )
  return placesOf(parts)
    .map(({ removed, added }) => ({ before: plain(removed), after: plain(added) }))
    .filter(({ before, after }) => before !== '' || after !== '')
}

/** The beginning of a text, cut between words. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most)
  return `${line.slice(0, space > most / 2 ? space : most).replace(/[,;:.\s]+$/u, '')}…`
}

export const wordCount = (text: string): number => text.match(/\S+/gu)?.length ?? 0
