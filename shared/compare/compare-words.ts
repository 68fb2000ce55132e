import { compareTexts, type TextPart } from './compare-texts'
import { bareText } from './inline-text'

/** A stretch of words that both wordings have, or one of them. */
export interface WordPart {
  readonly kind: TextPart['kind']
  readonly text: string
}

/**
 * Two wordings word by word, in reading order: the parts that are the same or removed are `was`, those that are the same
 * or added are `now`. Words are what stands between white space.
 */
export const compareWords = (was: string, now: string): readonly WordPart[] =>
  compareTexts(bareText(was), bareText(now)).map(({ kind, ...part }) => ({
    kind,
    text: kind === 'added' ? now.slice(part.now.from, part.now.to) : was.slice(part.was.from, part.was.to),
  }))

/** What a person reads on one side of a comparison. */
export const sideOf = <Part extends { readonly kind: string }>(
  parts: readonly Part[],
  side: 'was' | 'now',
): readonly Part[] => parts.filter(({ kind }) => kind !== (side === 'was' ? 'added' : 'removed'))
