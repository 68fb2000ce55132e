import { figuresIn, hasOtherFigures } from '../compare/places-of-parts'
import type { Change, ChangedFigure, PlacedEdit } from './change-list'

/** Longer stretches are said by their figures alone: the words around them are told elsewhere. */
const mostWords = 6

/** The figures that became others, place by place: old, new, and today's words around. */
export function figuresOf(change: Change): readonly ChangedFigure[] {
  if (change.class !== 'figure') return []
  return change.edits
    .filter(({ before, after }) => hasOtherFigures({ removed: before, added: after }))
    .map(edit => ({
      before: figureText(edit.before),
      after: figureText(edit.after),
      where: change.place.words,
      quote: quoteOf(edit),
      key: change.key,
    }))
}

/** Empty where the figure stands alone, as in a cell. */
const quoteOf = ({ lead, after, tail }: PlacedEdit): string =>
  lead + tail === '' ? '' : [lead, after, tail].filter(part => part !== '').join(' ')

function figureText(text: string): string {
  if (text.split(' ').length > mostWords) return figuresIn(text).join('; ')
  return text.replace(/^[(“"]+|[.,;:)”"]+$/gu, '')
}
