/*
 * One text as a difference to another, both as bytes. Successive drafts are mostly the same, also where a deflater with
 * its 32 KB of memory cannot see it.
 *
 *   delta    = count, literal lengths, copied lengths, wheres, literals
 *   where    = zigzag of the distance from the end of the copy before it, so that going on costs one byte
 *   numbers  = 7 bits a byte, the lowest first
 */

/** Bytes that are looked up at once; shorter repetitions are left to the compression behind. */
const window = 8
const shortest = 40
const tableBits = 20
/** Places that are looked at for the longest repetition, and the length from which on no longer one is looked for. */
const [mostLooks, enough] = [32, 400]

export function deltaOf(base: Uint8Array, target: Uint8Array): Uint8Array {
  const places = indexOf(base)
  const copies: Copy[] = []
  const literals: Uint8Array[] = []
  let [begun, copied, at] = [0, 0, 0]
  while (at + window <= target.length) {
    const found = matchAt(base, target, { at, begun, expected: copied + (at - begun), places })
    if (!found) {
      at++
      continue
    }
    const start = at - found.before
    copies.push({ literals: start - begun, length: found.length, where: zigzag(found.from - copied) })
    literals.push(target.subarray(begun, start))
    at = begun = start + found.length
    copied = found.from + found.length
  }
  copies.push({ literals: target.length - begun, length: 0, where: 0 })
  literals.push(target.subarray(begun))
  // Like beside like: they compress better.
  const numbers = [
    copies.length,
    ...copies.map(copy => copy.literals),
    ...copies.map(copy => copy.length),
    ...copies.map(copy => copy.where),
  ]
  return Buffer.concat([numbersToBytes(numbers), ...literals])
}

interface Copy {
  readonly literals: number
  readonly length: number
  readonly where: number
}

/** Throws a RangeError where it does not fit the base. */
export function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array {
  const reader = readerOf(delta)
  const count = bounded(reader.next(), delta.length)
  const numbers = (): number[] => Array.from({ length: count }, () => reader.next())
  const [literals, lengths, wheres] = [numbers(), numbers(), numbers()]
  const pieces: Uint8Array[] = []
  let [copied, literal] = [0, reader.at()]
  for (const [index, ahead] of literals.entries()) {
    const length = lengths[index] ?? 0
    const from = copied + unzigzag(wheres[index] ?? 0)
    if (literal + ahead > delta.length || from < 0 || from + length > base.length)
      throw new RangeError('The difference does not fit what it is one to')
    pieces.push(delta.subarray(literal, literal + ahead), base.subarray(from, from + length))
    literal += ahead
    copied = from + length
  }
  if (literal !== delta.length) throw new RangeError('The difference goes on behind its end')
  return Buffer.concat(pieces)
}

interface Search {
  readonly at: number
  /** Where the bytes begin that no copy holds. */
  readonly begun: number
  /** Where the base would go on if nothing had changed but these bytes. */
  readonly expected: number
  readonly places: Places
}

interface Match {
  readonly from: number
  readonly length: number
  /** How many of them stand before `at`. */
  readonly before: number
}

/** The longest repetition at a place, as far as a few looks show. */
function matchAt(base: Uint8Array, target: Uint8Array, search: Search): Match | undefined {
  const { at, expected, places } = search
  let best = repetition(base, target, expected, search)
  let from = (places.last[hashAt(target, at)] ?? 0) - 1
  for (let looks = 0; from >= 0 && looks < mostLooks; looks++) {
    const found = repetition(base, target, from, search)
    if (found && found.length > (best?.length ?? 0)) best = found
    if (best && best.length >= enough) break
    from = (places.before[from] ?? 0) - 1
  }
  return best
}

function repetition(
  base: Uint8Array,
  target: Uint8Array,
  from: number,
  { at, begun, expected }: Search,
): Match | undefined {
  if (from < 0 || from >= base.length) return undefined
  const most = Math.min(base.length - from, target.length - at)
  let length = 0
  while (length < most && base[from + length] === target[at + length]) length++
  if (length < window) return undefined
  let before = 0
  while (at - before > begun && from > before && base[from - before - 1] === target[at - before - 1]) before++
  // To go on where the base goes on costs nothing to say.
  const least = from === expected ? window : shortest
  return length + before < least ? undefined : { from: from - before, length: length + before, before }
}

/** One more than the last place of each hash, and for each place one more than the one before it; 0: none. */
interface Places {
  readonly last: Int32Array
  readonly before: Int32Array
}

function indexOf(base: Uint8Array): Places {
  const [last, before] = [new Int32Array(1 << tableBits), new Int32Array(base.length)]
  for (let at = 0; at + window <= base.length; at++) {
    const hash = hashAt(base, at)
    before[at] = last[hash] ?? 0
    last[hash] = at + 1
  }
  return { last, before }
}

function hashAt(bytes: Uint8Array, at: number): number {
  let [low, high] = [0, 0]
  for (let index = 0; index < window / 2; index++) {
    low = (low << 8) | (bytes[at + index] ?? 0)
    high = (high << 8) | (bytes[at + index + window / 2] ?? 0)
  }
  return (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - tableBits)
}

const zigzag = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number)
const unzigzag = (number: number): number => (number % 2 === 1 ? -(number + 1) / 2 : number / 2)

function numbersToBytes(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (const number of numbers) {
    let rest = number
    while (rest >= 128) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  return Uint8Array.from(bytes)
}

function readerOf(bytes: Uint8Array): { next: () => number; at: () => number } {
  let at = 0
  const next = (): number => {
    let [number, factor] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined || factor > 2 ** 42) throw new RangeError('The difference is cut off')
      number += (byte % 128) * factor
      if (byte < 128) return number
      factor *= 128
    }
  }
  return { next, at: () => at }
}

function bounded(count: number, most: number): number {
  if (count > most) throw new RangeError('The difference is cut off')
  return count
}
