import type { RevisionKind, WordRevision } from '../../../../../shared/returned/word-marks'
import type { XmlElement } from '../xml/element'

/** The tracked changes of a file one by one, with who made them and when. */
export interface RevisionLog {
  /** `change`: the element that bears author and date. `text`: what it is about. */
  add(kind: RevisionKind, change: XmlElement, text: string): void
  /** Everything added since the last call was in a paragraph (or row) that now says `words`. */
  within(place: () => string, words: string): void
  readonly all: readonly WordRevision[]
}

/** Past these a file is no office file; what is left out is only the names of authors. */
const most = 20_000
const longestText = 1_000
const longestWords = 400

export function revisionLog(): RevisionLog {
  const all: WordRevision[] = []
  let open: Omit<WordRevision, 'place' | 'within'>[] = []
  return {
    all,
    add: (kind, { attributes }, text) => {
      if (all.length + open.length >= most) return
      open.push({
        kind,
        author: (attributes['author'] ?? '').normalize('NFC').slice(0, 200),
        at: (attributes['date'] ?? '').slice(0, 40),
        text: text.normalize('NFC').slice(0, longestText),
      })
    },
    within: (place, words) => {
      if (open.length === 0) return
      const where = place().slice(0, longestWords)
      const within = words.replace(/\s+/gu, ' ').trim().normalize('NFC').slice(0, longestWords)
      all.push(...open.map(one => ({ ...one, place: where, within })))
      open = []
    },
  }
}
