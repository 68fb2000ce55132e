/** One of a row of things that is compared with another row: a block, a note, a line of a table. */
export interface Item {
  /** May be empty. */
  readonly id: string
  /** Things of different kinds are never the same thing. */
  readonly kind: string
  /** Roughly how much of a reader's time it takes: what weighs less is what moved. */
  readonly weight: number
  /** Its words, asked for only where ids do not tell. */
  readonly text: () => string
  /** Where that is not all that it says: everything, by which the very same one is found. */
  readonly whole?: () => string
}

/** An item's words, as often as each occurs. */
export type Bag = ReadonlyMap<string, number>

export function bagOf(words: readonly string[]): Bag {
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/** One row of items, with what is worked out about them once. */
export class ItemRow {
  private readonly words: (readonly string[] | undefined)[] = []
  private readonly bags: (Bag | undefined)[] = []

  constructor(readonly items: readonly Item[]) {}

  textAt(index: number): string {
    return this.items[index]?.text() ?? ''
  }

  /** Equal only for what says the very same. */
  keyAt(index: number): string {
    const item = this.items[index]
    return `${this.kindAt(index)} ${(item?.whole ?? item?.text)?.() ?? ''}`
  }

  wordsAt(index: number): readonly string[] {
    return (this.words[index] ??= this.textAt(index).match(/\S+/gu) ?? [])
  }

  bagAt(index: number): Bag {
    return (this.bags[index] ??= bagOf(this.wordsAt(index)))
  }

  kindAt(index: number): string {
    return this.items[index]?.kind ?? ''
  }
}

/** How many words two bags have in common. */
export function sharedWords(some: Bag, others: Bag): number {
  let shared = 0
  for (const [word, count] of some) shared += Math.min(count, others.get(word) ?? 0)
  return shared
}

/** What is left of a bag when others are taken out. */
export function withoutWords(bag: Bag, taken: readonly Bag[]): Bag {
  const left = new Map(bag)
  for (const other of taken)
    for (const [word, count] of other) {
      const rest = (left.get(word) ?? 0) - count
      if (rest > 0) left.set(word, rest)
      else left.delete(word)
    }
  return left
}

/** 0: no word in common; 1: the same words. */
export function similarity(was: ItemRow, a: number, now: ItemRow, b: number): number {
  const all = was.wordsAt(a).length + now.wordsAt(b).length
  return all === 0 ? 1 : (2 * sharedWords(was.bagAt(a), now.bagAt(b))) / all
}
