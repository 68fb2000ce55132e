import { noteRefSign } from '../report/text-blocks'
import type { DifferenceClass } from './difference'
import { bagOf } from './item'
import { figuresIn, hasOtherFigures, placesOf, sameBag, type Part, type Place } from './places-of-parts'

/** So many words in one place can be put otherwise without saying something else. */
const mostWordsOfWording = 3
const negations = new Set(['không', 'chưa', 'chẳng', 'đừng', 'chớ', 'trừ', 'cấm', 'ngừng', 'dừng', 'hủy'])

/** Whether words differ; white space and marks of notes are none. */
export const hasOtherWords = (parts: readonly Part[]): boolean =>
  parts.some(part => isChange(part) && part.text.replaceAll(noteRefSign, '').trim() !== '')

/** What kind of difference the words of one place make. */
export function classOfParts(
  parts: readonly Part[],
): Extract<DifferenceClass, 'figure' | 'content' | 'wording'> {
  const places = placesOf(parts)
  if (places.some(isOtherFigure) || hasOtherFigures(asOnePlace(places))) return 'figure'
  return places.some(saysOther) ? 'content' : 'wording'
}

/** One figure stands where another stood, even if that one is found elsewhere: two may have changed places. */
const isOtherFigure = (place: Place): boolean =>
  figuresIn(place.removed).length > 0 && figuresIn(place.added).length > 0 && hasOtherFigures(place)

/** A clause that moved took its figures along. */
const asOnePlace = (places: readonly Place[]): Place => ({
  removed: places.map(({ removed }) => removed).join(' '),
  added: places.map(({ added }) => added).join(' '),
})

function saysOther({ removed, added }: Place): boolean {
  const [old, fresh] = [wordsOf(removed), wordsOf(added)]
  if (old.join('') === fresh.join('')) return false
  if (Math.max(old.length, fresh.length) > mostWordsOfWording) return true
  return !sameBag(bagOf(old.filter(isNegation)), bagOf(fresh.filter(isNegation)))
}

const isNegation = (word: string): boolean => negations.has(word)

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const isChange = ({ kind }: Part): boolean => kind === 'added' || kind === 'removed'
