import { diffArrays } from 'diff'

/** A part of two wordings: in both, or in one of them only. */
export interface WordPart {
  readonly kind: 'both' | 'mine' | 'theirs'
  readonly text: string
}

// Word by word in texts of a page at most; beyond, comparing takes longer than a person waits.
const mostEdits = 4000

/** Two wordings word by word; the spaces go with the word before them. */
export function compareWords(mine: string, theirs: string): readonly WordPart[] {
  const parts = diffArrays(wordsOf(theirs), wordsOf(mine), { maxEditLength: mostEdits })
  if (!parts)
    return [
      { kind: 'theirs', text: theirs },
      { kind: 'mine', text: mine },
    ]
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'mine' : removed ? 'theirs' : 'both',
    text: value.join(''),
  }))
}

/** What a person reads on one side of the comparison. */
export const sideOf = (parts: readonly WordPart[], side: 'mine' | 'theirs'): readonly WordPart[] =>
  parts.filter(({ kind }) => kind === 'both' || kind === side)

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? []
