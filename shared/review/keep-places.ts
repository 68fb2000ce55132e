import type { Node } from 'prosemirror-model'
import { perObject } from '../util/per-object'
import type { Anchor } from './anchor'
import type { AnchorIndex } from './anchor-index'
import type { AnchorPlace, AnchorSpot } from './anchor-place'
import type { Flow } from './flow'
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
  /** The blocks that its words stand in; empty for what is detached. */
  readonly stands: readonly Standing[]
}

interface Standing {
  readonly sheet: Node
  readonly block: Node
  /** Position before the block. */
  readonly pos: number
}

/** What two states differ in: ids of blocks that came, and the letters of those that came or went. */
interface Difference {
  readonly came: ReadonlySet<string>
  readonly letters: string
}

/** An anchor that was not asked for in so many states is looked for anew. */
const mostStates = 30

export function createPlaceKeeper(): PlaceKeeper {
  const known = new WeakMap<Anchor, Known>()
  let last: AnchorIndex | null = null
  let state = 0
  let differences: Difference[] = []
  let posOf: PosOf = () => undefined

  const enter = (index: AnchorIndex): void => {
    if (index === last) return
    differences = last ? [...differences, differenceOf(last.flow, index.flow)].slice(-mostStates) : []
    posOf = positionsIn(index.flow, last?.flow)
    last = index
    state++
  }
  const since = (earlier: number): readonly Difference[] | null =>
    state - earlier > differences.length ? null : differences.slice(differences.length - (state - earlier))

  return {
    resolve(anchor, index) {
      enter(index)
      const before = known.get(anchor)
      if (before?.state === state) return before.place
      const kept = before && keep(before, anchor, { posOf, changes: since(before.state) })
      if (kept) {
        known.set(anchor, { ...kept, state })
        return kept.place
      }
      const place = resolveAnchor(anchor, index)
      const same = before && isSame(before.place, place) ? before.place : place
      known.set(anchor, { place: same, state, stands: standsOf(same, index.flow) })
      return same
    },
  }
}

/** Where a block stands now; undefined where it is not known without looking for it. */
type PosOf = (standing: Standing) => { readonly sheet: Node; readonly pos: number } | undefined

/** Sheets by themselves, and of the sheets that came each block, but for one that stands there twice. */
function positionsIn({ parts }: Flow, before: Flow | undefined): PosOf {
  const old = nodesOf(before)
  const starts = new Map(parts.map(({ node, start }) => [node, start]))
  const blocks = new Map<Node, { sheet: Node; pos: number } | undefined>()
  for (const { node: sheet, start, runs } of parts)
    if (!old.has(sheet))
      for (const { block, pos } of runs)
        blocks.set(block, blocks.has(block) ? undefined : { sheet, pos: start + pos })
  const oldStarts = new Map(before?.parts.map(({ node, start }) => [node, start]))
  return ({ sheet, block, pos }) => {
    const start = starts.get(sheet)
    const was = oldStarts.get(sheet)
    if (start === undefined) return blocks.get(block)
    return was === undefined ? undefined : { sheet, pos: pos + start - was }
  }
}

const nodesOf = (flow: Flow | undefined): ReadonlySet<Node> => new Set(flow?.parts.map(({ node }) => node))

interface Now {
  readonly posOf: PosOf
  readonly changes: readonly Difference[] | null
}

type Kept = Pick<Known, 'place' | 'stands'>

/** The place in the state of now; null if it must be looked for. */
function keep({ place, stands }: Known, anchor: Anchor, { posOf, changes }: Now): Kept | null {
  // Positions are known from one state to the next; others cost one look by their ids.
  if (anchor.target.kind !== 'words' || changes?.length !== 1 || place.kind === 'detached') return null
  const id = anchor.target.block
  if (changes.some(change => isInvolved(anchor, place, change) || change.came.has(id))) return null
  return shifted(place, stands, posOf)
}

function shifted(
  place: Exclude<AnchorPlace, { kind: 'detached' }>,
  stands: Known['stands'],
  posOf: PosOf,
): Kept | null {
  const now = stands.map(posOf)
  const [first] = now
  const by = (first?.pos ?? NaN) - (stands[0]?.pos ?? NaN)
  if (place.at.kind !== 'text' || now.some((each, at) => each?.pos !== (stands[at]?.pos ?? NaN) + by))
    return null
  const moved = stands.map((standing, at) => ({ ...standing, ...now[at] }))
  if (by === 0) return { place, stands: moved }
  const { from, to } = place.at
  return { place: { ...place, at: { kind: 'text', from: from + by, to: to + by } }, stands: moved }
}

/** Whether an edit may have brought, or taken away, what an anchor is recognised by. */
function isInvolved(anchor: Anchor, { kind }: AnchorPlace, { letters }: Difference): boolean {
  const { quote, before, after } = lettersOf(anchor)
  if (quote !== '' && letters.includes(quote)) return true
  if (kind === 'found' && quote !== '') return false
  return [before, after].some(each => each !== '' && letters.includes(each))
}

const lettersOf = perObject(({ quote, before, after }: Anchor) => ({
  quote: lettersIn(quote),
  before: lettersIn(before).slice(-border),
  after: lettersIn(after).slice(0, border),
}))

function differenceOf(before: Flow, now: Flow): Difference {
  const old = changedRuns(before, nodesOf(now))
  const fresh = changedRuns(now, nodesOf(before))
  const came = [...fresh].filter(([block]) => !old.has(block))
  const went = [...old].filter(([block]) => !fresh.has(block))
  return {
    came: new Set(came.map(([{ attrs }]) => String(attrs['id']))),
    letters: `${around(now, came)}\n${around(before, went)}`,
  }
}

/** The blocks of the sheets that are not among `same`, with the letter that each begins at. */
function changedRuns({ parts }: Flow, same: ReadonlySet<Node>): ReadonlyMap<Node, number> {
  const changed = parts.filter(({ node }) => !same.has(node))
  return new Map(
    changed.flatMap(({ runs, letter }) => runs.map(run => [run.block, letter + run.letter] as const)),
  )
}

/** Letters beside a block that words over its border may have. */
const beside = 200

const around = ({ letters }: Flow, blocks: readonly (readonly [Node, number])[]): string =>
  blocks
    .map(([block, letter]) =>
      letters.slice(Math.max(0, letter - beside), letter + block.content.size + beside),
    )
    .join('\n')

function standsOf(place: AnchorPlace, { parts }: Flow): Known['stands'] {
  if (place.kind === 'detached' || place.at.kind !== 'text') return []
  const { from, to } = place.at
  return parts
    .filter(({ start, node }) => start <= to && start + node.content.size >= from)
    .flatMap(({ node: sheet, start, runs }) =>
      runs
        .filter(({ block, pos }) => start + pos <= to && start + pos + block.nodeSize >= from)
        .map(({ block, pos }) => ({ sheet, block, pos: start + pos })),
    )
}

const isSame = (a: AnchorPlace, b: AnchorPlace): boolean =>
  a === b || (a.kind === b.kind && sameSpot(spotOf(a), spotOf(b)) && nowOf(a) === nowOf(b))
const spotOf = (place: AnchorPlace): AnchorSpot | null => (place.kind === 'detached' ? place.near : place.at)
const nowOf = (place: AnchorPlace): string => (place.kind === 'changed' ? place.now : '')
const sameSpot = (a: AnchorSpot | null, b: AnchorSpot | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
