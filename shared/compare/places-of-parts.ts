import { bagOf, type Bag } from './item'

export interface Part {
  readonly kind: 'same' | 'added' | 'removed' | 'marked'
  readonly text: string
}

/** What was put in the place of what. */
export interface Place {
  readonly removed: string
  readonly added: string
}

/** Neighbouring parts that differ, each run as one place, with the index of its first part. */
export function placesOf(parts: readonly Part[]): readonly (Place & { readonly at: number })[] {
  const places: { removed: string; added: string; at: number }[] = []
  let isOpen = false
  for (const [at, { kind, text }] of parts.entries()) {
    if (kind !== 'added' && kind !== 'removed') {
      isOpen = false
      continue
    }
    if (!isOpen) places.push({ removed: '', added: '', at })
    isOpen = true
    const place = places.at(-1)
    if (place) place[kind] += text
  }
  return places
}

/** Numbers as they are written: "8,5", "1.250". A digit within a name ("CO2") is none. */
export const figuresIn = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\d])\d+(?:[.,]\d+)*/gu) ?? []

export const hasOtherFigures = ({ removed, added }: Place): boolean =>
  !sameBag(bagOf(figuresIn(removed)), bagOf(figuresIn(added)))

export function sameBag(some: Bag, others: Bag): boolean {
  return some.size === others.size && [...some].every(([word, count]) => others.get(word) === count)
}
