import { similarity, type ItemRow } from './item'
import { matchEqual, type Pair } from './match-equal'
import { pairAlike } from './pair-alike'
import { stayed } from './stayed'

/** Shorter texts stand in a report many times; equal ones far apart are then no sign of a move. */
const fewestWordsFarApart = 4
/** Of 1. Up to it, one text was written in the place of another rather than changed into it. */
const alikeEnough = 0.5
/** Pairs of items looked at in one gap; beyond, only those that share rare words. */
const mostInGap = 2_500

/** Which item became which: by id, then by equal words, then by similar words. In the order of `now`. */
export function pairItems(was: ItemRow, now: ItemRow): readonly Pair[] {
  const pairing = new Pairing(was, now)
  pairing.byId()
  if (pairing.isDone()) return pairing.pairs()
  pairing.byWordsAnywhere()
  pairing.inGaps(pairing.equalIn)
  pairing.inGaps(pairing.alikeIn)
  for (const [a, b] of pairAlike(was, now, pairing.left())) pairing.pair(a, b)
  pairing.besidePaired()
  return pairing.pairs()
}

interface Gap {
  readonly was: readonly number[]
  readonly now: readonly number[]
}

class Pairing {
  private readonly nowOf = new Map<number, number>()
  private readonly wasOf = new Map<number, number>()

  constructor(
    private readonly was: ItemRow,
    private readonly now: ItemRow,
  ) {}

  pair(a: number, b: number): void {
    if (this.nowOf.has(a) || this.wasOf.has(b) || this.was.kindAt(a) !== this.now.kindAt(b)) return
    this.nowOf.set(a, b)
    this.wasOf.set(b, a)
  }

  pairs(): readonly Pair[] {
    return this.now.items.flatMap((_, b): Pair[] => {
      const a = this.wasOf.get(b)
      return a === undefined ? [] : [[a, b]]
    })
  }

  isDone(): boolean {
    const paired = this.nowOf.size
    return paired === this.was.items.length || paired === this.now.items.length
  }

  left(): Gap {
    return {
      was: [...this.was.items.keys()].filter(a => !this.nowOf.has(a)),
      now: [...this.now.items.keys()].filter(b => !this.wasOf.has(b)),
    }
  }

  byId(): void {
    const places = new Map(this.now.items.map(({ id }, b) => [id, b]))
    for (const [a, { id }] of this.was.items.entries()) {
      const b = id === '' ? undefined : places.get(id)
      if (b !== undefined) this.pair(a, b)
    }
  }

  /** Words that stand once on either side, wherever that is. */
  byWordsAnywhere(): void {
    const left = this.left()
    const [before, after] = [uniqueTexts(this.was, left.was), uniqueTexts(this.now, left.now)]
    for (const [text, a] of before) {
      const b = after.get(text)
      if (b !== undefined && text.split(/\s+/u).length > fewestWordsFarApart) this.pair(a, b)
    }
  }

  /** Short texts that went along with a neighbour, such as the heading of a section that was pasted elsewhere. */
  besidePaired(): void {
    for (const isTwin of [this.isSame, this.isAlike])
      for (const [a, b] of this.pairs())
        for (const step of [-1, 1])
          for (let by = step; this.isFree(a + by, b + by) && isTwin(a + by, b + by); by += step)
            this.pair(a + by, b + by)
  }

  private isFree(a: number, b: number): boolean {
    return a in this.was.items && b in this.now.items && !this.nowOf.has(a) && !this.wasOf.has(b)
  }

  private readonly isSame = (a: number, b: number): boolean => this.was.keyAt(a) === this.now.keyAt(b)

  private readonly isAlike = (a: number, b: number): boolean => this.likeness(a, b) > 0

  /** What is left between two neighbours that stayed, gap by gap. */
  inGaps(find: (gap: Gap) => readonly Pair[]): void {
    for (const gap of this.gaps()) for (const [a, b] of find(gap)) this.pair(a, b)
  }

  readonly equalIn = (gap: Gap): readonly Pair[] =>
    matchEqual(
      gap.was.map(a => this.was.keyAt(a)),
      gap.now.map(b => this.now.keyAt(b)),
    ).map(([a, b]): Pair => [gap.was[a] ?? 0, gap.now[b] ?? 0])

  readonly alikeIn = (gap: Gap): readonly Pair[] =>
    gap.was.length * gap.now.length > mostInGap ? [] : inOrder(gap, (a, b) => this.likeness(a, b))

  private likeness(a: number, b: number): number {
    if (this.was.kindAt(a) !== this.now.kindAt(b)) return 0
    const alike = similarity(this.was, a, this.now, b)
    return alike > alikeEnough ? alike : 0
  }

  private *gaps(): Generator<Gap> {
    const pairs = this.pairs()
    const anchors = stayed(pairs, ([a]) => this.was.items[a]?.weight ?? 0)
    const ends = [
      ...pairs.filter(pair => anchors.has(pair)),
      [this.was.items.length, this.now.items.length] as Pair,
    ]
    let [a, b] = [0, 0]
    for (const [toA, toB] of ends) {
      const gap = {
        was: range(a, toA).filter(each => !this.nowOf.has(each)),
        now: range(b, toB).filter(each => !this.wasOf.has(each)),
      }
      if (gap.was.length > 0 && gap.now.length > 0) yield gap
      ;[a, b] = [toA + 1, toB + 1]
    }
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)

function uniqueTexts(row: ItemRow, indices: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const again = new Set<string>()
  for (const index of indices) {
    const key = row.keyAt(index)
    if (found.has(key)) again.add(key)
    else found.set(key, index)
  }
  for (const key of again) found.delete(key)
  return found
}

/** The pairs in order on both sides whose likenesses add up to most. */
function inOrder({ was, now }: Gap, likeness: (a: number, b: number) => number): readonly Pair[] {
  const width = now.length + 1
  const table = new Float64Array((was.length + 1) * width)
  const at = (a: number, b: number): number => table[a * width + b] ?? 0
  const likes = was.map(a => now.map(b => likeness(a, b)))
  for (let a = was.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--) {
      const like = likes[a]?.[b] ?? 0
      table[a * width + b] = Math.max(at(a + 1, b), at(a, b + 1), like > 0 ? like + at(a + 1, b + 1) : 0)
    }
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  while (a < was.length && b < now.length) {
    const like = likes[a]?.[b] ?? 0
    if (like > 0 && at(a, b) === like + at(a + 1, b + 1)) pairs.push([was[a++] ?? 0, now[b++] ?? 0])
    else if (at(a, b) === at(a + 1, b)) a++
    else b++
  }
  return pairs
}
