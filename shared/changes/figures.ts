import type { Difference } from '../compare/difference'
import { figuresIn, hasOtherFigures, placesOf } from '../compare/places-of-parts'
import type { Change, ChangedFigure } from './change-list'
import { plain } from './words-of-parts'

/** Longer stretches are said by their figures alone: the words around them are told elsewhere. */
const mostWords = 6
/** Words on either side by which a reader finds the place. */
const wordsAround = 7

/** The figures that became others in one place: old, new, and the words around. */
export function figuresOf(difference: Difference, change: Change): readonly ChangedFigure[] {
  if (difference.class !== 'figure') return []
  const { parts } = difference
  return placesOf(parts)
    .filter(hasOtherFigures)
    .map(place => ({
      before: figureText(place.removed),
      after: figureText(place.added),
      where: change.place.words,
      quote: quoteAround(parts, place),
      key: change.key,
    }))
}

function figureText(text: string): string {
  const words = plain(text).split(' ')
  if (words.length > mostWords) return figuresIn(text).join('; ')
  return words.join(' ').replace(/^[(“"]+|[.,;:)”"]+$/gu, '')
}

/** Today's words from a little before the place to a little behind it. */
function quoteAround(
  parts: Difference['parts'],
  place: { readonly at: number; readonly added: string },
): string {
  const isNow = ({ kind }: Difference['parts'][number]): boolean => kind !== 'removed'
  const before = parts.slice(0, place.at).filter(isNow)
  const rest = parts.slice(place.at).filter(isNow)
  const [lead, behind] = [before, rest].map(some => plain(some.map(({ text }) => text).join('')).split(' '))
  const end = plain(place.added).split(' ').length + wordsAround
  const [start, words] = [lead?.slice(-wordsAround) ?? [], behind?.slice(0, end) ?? []]
  const text = [...start, ...words].filter(word => word !== '').join(' ')
  return `${(lead?.length ?? 0) > wordsAround ? '…' : ''}${text}${(behind?.length ?? 0) > end ? '…' : ''}`
}
