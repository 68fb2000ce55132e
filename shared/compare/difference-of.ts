import type { InlinePart } from './compare-inline'
import { classOfParts, hasOtherWords } from './class-of-parts'
import type { Difference, DifferencePlace } from './difference'

type Told = Omit<Difference, 'key' | 'was' | 'now'> & Partial<Pick<Difference, 'was' | 'now'>>

export const differenceOf = (told: Told): Difference => ({
  was: [],
  now: [],
  ...told,
  key: `${told.kind} ${keyOfPlace(told.place)}`,
})

const keyOfPlace = (place: DifferencePlace): string => Object.values(place).join(' ')

const nowhere = { from: 0, to: 0 }

/** All of a text as one part. */
export function wholePart(kind: 'same' | 'added' | 'removed', text: string): readonly InlinePart[] {
  const whole = { from: 0, to: text.length }
  const [was, now] = [kind === 'added' ? nowhere : whole, kind === 'removed' ? nowhere : whole]
  return text === '' ? [] : [{ kind, text, was, now }]
}

/** Where something stands and how it is told; the rest follows from the words. */
export type Where = Pick<Difference, 'place' | 'section'> & Partial<Pick<Difference, 'was' | 'now' | 'wasId'>>

/** Other words, and words set otherwise, of one place. */
export function wordDifferences(parts: readonly InlinePart[], where: Where): Difference[] {
  const found: Difference[] = []
  if (hasOtherWords(parts))
    found.push(differenceOf({ kind: 'words', class: classOfParts(parts), parts, ...where }))
  if (parts.some(({ kind }) => kind === 'marked'))
    found.push(differenceOf({ kind: 'marks', class: 'layout', parts, ...where }))
  return found
}

/** Something that is there on one side only. */
export const oneSided = (kind: 'added' | 'removed', text: string, where: Where): Difference =>
  differenceOf({ kind, class: text === '' ? 'layout' : 'content', parts: wholePart(kind, text), ...where })
