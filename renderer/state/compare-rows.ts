import type { Node } from 'prosemirror-model'
import type { Comparison, FlowPlace } from '../../shared/compare/compare-contents'
import type { Difference } from '../../shared/compare/difference'
import type { BlockId } from '../../shared/report/ids'
import { depthOf } from '../../shared/report/levels'
import { blockIdOf, isHeading, levelOf } from '../../shared/report/nodes'
import { differencesByRow } from './compare-places'

/** One place of both texts as it is drawn. */
export interface ComparedRow {
  /** Unique, and the same in the next comparison as long as its blocks stand. */
  readonly key: string
  /** `left`: where a block stood that stands elsewhere now · `fields`: what stands above and below the text. */
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'left' | 'fields'
  readonly was: readonly Node[]
  readonly now: readonly Node[]
  readonly isMoved: boolean
  /** Of what moved: the row of its other place. */
  readonly other: string | null
  readonly differences: readonly Difference[]
  /** The headings of today around it, the outermost first; without itself. */
  readonly around: readonly BlockId[]
}

export interface ComparedRows {
  readonly rows: readonly ComparedRow[]
  /** By the key of a difference: the row at which it is told. */
  readonly rowOf: ReadonlyMap<string, number>
}

/** A place of which is not known yet what differs in it. */
export type RowPlace = Pick<ComparedRow, 'key' | 'was' | 'now' | 'isMoved' | 'other'> & {
  readonly isLeft: boolean
}

/** Both texts as one row of places, each with what is not as it was in it. `before`: the blocks of the old text. */
export function comparedRows({ flow, differences }: Comparison, before: readonly Node[]): ComparedRows {
  const places = withPlacesLeft(flow.map(placeOf(ownKeys())), before)
  const told = differencesByRow(places, differences)
  const fields = differences.filter(({ place }) => place.kind === 'field')
  const rows = [...(fields.length > 0 ? [fieldsRow(fields)] : []), ...withHeadings(places, told)]
  const rowOf = new Map<string, number>()
  for (const [index, { kind, differences }] of rows.entries())
    if (kind !== 'left') for (const { key } of differences) if (!rowOf.has(key)) rowOf.set(key, index)
  return { rows, rowOf }
}

const fieldsRow = (differences: readonly Difference[]): ComparedRow => ({
  ...{ key: 'fields', kind: 'fields', was: [], now: [], isMoved: false, other: null, around: [] },
  differences,
})

const placeOf =
  (own: (key: string) => string) =>
  ({ was, now, moved }: FlowPlace): RowPlace => {
    const block = now[0] ?? was[0]
    const key = own(`${now.length > 0 ? 'at' : 'gone'} ${block ? blockIdOf(block) : ''}`)
    return { key, was, now, isMoved: moved, other: null, isLeft: false }
  }

/** Ids that stand twice in a report would give two rows one key. */
function ownKeys(): (key: string) => string {
  const times = new Map<string, number>()
  return key => {
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time === 1 ? key : `${key} ${time}`
  }
}

/** The places, and where blocks stood that moved: before the first that stood behind them and stayed. */
function withPlacesLeft(places: readonly RowPlace[], before: readonly Node[]): readonly RowPlace[] {
  if (!places.some(({ isMoved }) => isMoved)) return places
  const order = new Map(before.map((block, index) => [block, index]))
  const rankOf = ({ was: [first] }: RowPlace): number => (first ? (order.get(first) ?? -1) : -1)
  const { left, leftOf } = placesLeft(places, rankOf)
  const placed: RowPlace[] = []
  let next = 0
  for (const place of places) {
    const rank = place.isMoved ? -1 : rankOf(place)
    for (let each = left[next]; each && rank > rankOf(each); each = left[++next]) placed.push(each)
    placed.push(place.isMoved ? { ...place, other: leftOf.get(place.key) ?? null } : place)
  }
  return [...placed, ...left.slice(next)]
}

/** Where moved places stood, in the order of the old text; one for all that moved together. */
function placesLeft(places: readonly RowPlace[], rankOf: (place: RowPlace) => number) {
  const moved = places.flatMap((place, at) => (place.isMoved ? [{ place, at, rank: rankOf(place) }] : []))
  const left: RowPlace[] = []
  const leftOf = new Map<string, string>()
  let [lastAt, lastRank] = [-1, -1]
  for (const { place, at, rank } of moved.sort((one, other) => one.rank - other.rank)) {
    const last = left.at(-1)
    const goesOn = last && at === lastAt + 1 && rank === lastRank + 1
    const here: RowPlace = goesOn
      ? { ...last, was: [...last.was, ...place.was] }
      : { key: `left ${place.key}`, was: place.was, now: [], isMoved: false, other: place.key, isLeft: true }
    left.splice(goesOn ? -1 : left.length, goesOn ? 1 : 0, here)
    leftOf.set(place.key, here.key)
    ;[lastAt, lastRank] = [at, rank + place.was.length - 1]
  }
  return { left, leftOf }
}

function withHeadings(places: readonly RowPlace[], told: Told): ComparedRow[] {
  let open: readonly Node[] = []
  return places.map(({ isLeft, ...place }, index): ComparedRow => {
    const heading = place.now.find(isHeading)
    if (heading) open = open.filter(each => rankOf(each) < rankOf(heading))
    const around = open.map(blockIdOf)
    if (heading) open = [...open, heading]
    const differences = told.get(index) ?? []
    return { ...place, kind: isLeft ? 'left' : kindOf(place, differences), differences, around }
  })
}

type Told = ReadonlyMap<number, readonly Difference[]>

const rankOf = (heading: Node): number => depthOf(levelOf(heading))

function kindOf(
  { was, now, isMoved }: Omit<RowPlace, 'isLeft'>,
  differences: readonly Difference[],
): ComparedRow['kind'] {
  if (was.length === 0) return 'added'
  if (now.length === 0) return 'removed'
  return isMoved || differences.length > 0 ? 'changed' : 'same'
}
