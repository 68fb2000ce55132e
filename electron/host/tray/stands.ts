import { XmlElement, type AbstractType, type Doc } from 'yjs'
import { lettersOf, listOf, typeOf, type SharedType } from './items'
import type { Wording } from './wording'

/** How many letters beside short words must stand with them, so that "đạt" is not found in any other paragraph. */
const neighbours = 12

export interface Stands {
  /** Whether letters of a paragraph stand in the report with their neighbours: it was moved, split or joined. */
  readonly run: (words: Wording, run: { client: number; clock: number; letters: string }) => boolean
  /** Whether a value is in the one that won. */
  readonly value: (value: string, winner: string | null) => boolean
}

/** Looks for words that went in what the report says now. The report is read at the first question only. */
export function standsIn(doc: Doc): Stands {
  let texts: readonly string[] | null = null
  const isThere = (words: string): boolean => {
    texts ??= textsOf(doc)
    return texts.some(text => text.includes(words))
  }
  return {
    run: (words, { client, clock, letters }) => {
      const { text } = words
      const at = words.placeOf({ client, clock })
      if (at < 0) return false
      const from = Math.max(0, at - neighbours)
      return isThere(text.slice(from, at + letters.length + neighbours))
    },
    value: (value, winner) => winner !== null && winner.includes(value),
  }
}

/** What each heading and paragraph says now, notes and wordings included. */
function textsOf(doc: Doc): string[] {
  const texts: string[] = []
  const visit = (type: SharedType): string => {
    let line = ''
    for (const item of listOf(type)) {
      if (item.deleted) continue
      const inner = typeOf(item)
      line += inner ? visit(inner) : lettersOf(item)
      if (inner instanceof XmlElement && inner.nodeName === 'hard_break') line += '\n'
    }
    for (const value of type._map.values()) {
      const inner = value.deleted ? null : typeOf(value)
      if (inner) visit(inner)
    }
    if (!(type instanceof XmlElement)) return line
    if (line !== '') texts.push(line)
    return ''
  }
  for (const root of doc.share.values()) visit(root as AbstractType<unknown>)
  return texts
}
