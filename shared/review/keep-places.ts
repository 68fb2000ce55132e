import type { Node } from 'prosemirror-model'
import { placesIn } from '../report/find-block'
import type { BlockId } from '../report/ids'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorPlace, AnchorSpot } from './anchor-place'
import { lettersIn } from './letters'
import { resolveAnchor } from './resolve-anchor'
import { border } from './search-letters'

/** Remembers where anchors stood, so that after an edit only those are looked for that it can have moved. */
export interface PlaceKeeper {
  /** What `resolveAnchor` says. */
  readonly resolve: (anchor: Anchor, index: AnchorIndex) => AnchorPlace
}

interface Known {
  readonly place: AnchorPlace
  /** Which state it was found in. */
  readonly state: number
  /** The sheets that its words stand in, with where they started; empty for what is detached. */
  readonly sheets: readonly (readonly [sheet: Node, start: number])[]
}

/** What two states differ in: sheets that came and the letters of those that came or went. */
interface Difference {
  readonly came: readonly Node[]
  readonly letters: string
}

/** An anchor that was not asked for in so many states is looked for anew. */
const mostStates = 30

export function createPlaceKeeper(): PlaceKeeper {
  const known = new WeakMap<Anchor, Known>()
  let last: AnchorIndex | null = null
  let state = 0
  let differences: Difference[] = []
  let starts: ReadonlyMap<Node, number> = new Map()

  const enter = (index: AnchorIndex): void => {
    if (index === last) return
    differences = last ? [...differences, differenceOf(last, index)].slice(-mostStates) : []
    starts = new Map(index.flow.parts.map(({ node, start }) => [node, start]))
    last = index
    state++
  }
  const since = (earlier: number): readonly Difference[] | null =>
    state - earlier > differences.length ? null : differences.slice(differences.length - (state - earlier))

  return {
    resolve(anchor, index) {
      enter(index)
      const before = known.get(anchor)
      const kept = before && keep(before, anchor, { starts, changes: since(before.state) })
      const place = kept ?? resolveAnchor(anchor, index)
      const same = before && isSame(before.place, place) ? before.place : place
      known.set(anchor, { place: same, state, sheets: sheetsOf(same, index) })
      return same
    },
  }
}

interface Now {
  readonly starts: ReadonlyMap<Node, number>
  readonly changes: readonly Difference[] | null
}

/** The place in the state of now; null if it must be looked for. */
function keep({ place, sheets }: Known, anchor: Anchor, { starts, changes }: Now): AnchorPlace | null {
  const { target } = anchor
  // The others cost one look by their ids.
  if (target.kind !== 'words' || !changes) return null
  if (changes.some(change => isInvolved(anchor, place, change))) return null
  if (place.kind === 'detached') return changes.length === 0 ? place : null
  return shifted(place, sheets, starts)
}

function shifted(
  place: Exclude<AnchorPlace, { kind: 'detached' }>,
  sheets: Known['sheets'],
  starts: ReadonlyMap<Node, number>,
): AnchorPlace | null {
  const by = sheets.map(([sheet, start]) => (starts.get(sheet) ?? NaN) - start)
  const [first] = by
  if (first === undefined || by.some(each => each !== first) || place.at.kind !== 'text') return null
  const { from, to } = place.at
  return first === 0 ? place : { ...place, at: { kind: 'text', from: from + first, to: to + first } }
}

/** Whether an edit may have brought, or taken away, what an anchor is recognised by. */
function isInvolved(anchor: Anchor, { kind }: AnchorPlace, { came, letters }: Difference): boolean {
  const { target } = anchor
  const quote = lettersIn(anchor.quote)
  if (quote !== '' && letters.includes(quote)) return true
  if (target.kind === 'words' && came.some(sheet => placesIn(sheet).has(target.block as BlockId))) return true
  if (kind === 'found' && quote !== '') return false
  const [before, after] = [lettersIn(anchor.before).slice(-border), lettersIn(anchor.after).slice(0, border)]
  return [before, after].some(beside => beside !== '' && letters.includes(beside))
}

function differenceOf(before: AnchorIndex, now: AnchorIndex): Difference {
  const old = new Set(before.flow.parts.map(({ node }) => node))
  const kept = new Set(now.flow.parts.map(({ node }) => node))
  const came = now.flow.parts.filter(({ node }) => !old.has(node))
  const went = before.flow.parts.filter(({ node }) => !kept.has(node))
  // With what stands beside them: words may go over the border of a sheet.
  const around = (index: AnchorIndex, parts: typeof came): string =>
    parts
      .map(({ letter, letters }) =>
        index.flow.letters.slice(Math.max(0, letter - beside), letter + letters.length + beside),
      )
      .join('\n')
  return { came: came.map(({ node }) => node), letters: `${around(now, came)}\n${around(before, went)}` }
}

const beside = 200

function sheetsOf(place: AnchorPlace, { flow }: AnchorIndex): Known['sheets'] {
  if (place.kind === 'detached' || place.at.kind !== 'text') return []
  const { from, to } = place.at
  return flow.parts
    .filter(({ start, node }) => start <= to && start + node.content.size >= from)
    .map(({ node, start }) => [node, start])
}

const isSame = (a: AnchorPlace, b: AnchorPlace): boolean =>
  a === b || (a.kind === b.kind && sameSpot(spotOf(a), spotOf(b)) && nowOf(a) === nowOf(b))
const spotOf = (place: AnchorPlace): AnchorSpot | null => (place.kind === 'detached' ? place.near : place.at)
const nowOf = (place: AnchorPlace): string => (place.kind === 'changed' ? place.now : '')
const sameSpot = (a: AnchorSpot | null, b: AnchorSpot | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
