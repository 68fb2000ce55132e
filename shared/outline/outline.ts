import type { Node } from 'prosemirror-model'
import type { NumberStyle } from '../numbering/number-style'
import { numberSections } from '../numbering/number-sections'
import type { BlockId } from '../report/ids'
import { depthOf, type Level } from '../report/levels'
import { blockIdOf, levelOf } from '../report/nodes'
import { headingsOf, wordsOf } from '../report/text-blocks'

export interface OutlineItem {
  /** The heading's block id: it names the whole section. */
  readonly id: BlockId
  readonly level: Level
  /** How many sections hold this one; less than its level where a level is left out. */
  readonly depth: number
  /** As printed: "II-", "2.1." */
  readonly number: string
  /** May be empty. */
  readonly title: string
  /** Where it stands: "Phần thứ nhất / A / I / 1". */
  readonly path: string
  readonly children: readonly OutlineItem[]
}

export interface Outline {
  /** The outermost sections. */
  readonly roots: readonly OutlineItem[]
  /** All sections in document order. */
  readonly items: readonly OutlineItem[]
}

interface GrowingItem extends OutlineItem {
  readonly children: GrowingItem[]
}

interface Known {
  readonly headings: readonly Node[]
  readonly style: NumberStyle
  readonly outline: Outline
}

// By the first heading: while nobody touches a heading, every edit gets the very same outline back,
// so the panel that shows it has nothing to draw.
const known = new WeakMap<Node, Known>()
const nothing: Outline = { roots: [], items: [] }

/** The sections of a report, as a tree and as a list. The same value is returned until a heading changes. */
export function outlineOf(text: Node, style: NumberStyle): Outline {
  const headings = headingsOf(text)
  const first = headings[0]
  if (!first) return nothing
  const before = known.get(first)
  if (before && sameStyle(before.style, style) && sameNodes(before.headings, headings)) return before.outline
  const outline = growOutline(headings, numberSections(text, style))
  known.set(first, { headings, style, outline })
  return outline
}

function growOutline(headings: readonly Node[], numbers: ReadonlyMap<BlockId, string>): Outline {
  const roots: GrowingItem[] = []
  const items: GrowingItem[] = []
  let open: GrowingItem[] = []
  for (const heading of headings) {
    const level = levelOf(heading)
    open = open.filter(outer => depthOf(outer.level) < depthOf(level))
    const parent = open.at(-1)
    const item = itemOf(heading, numbers.get(blockIdOf(heading)) ?? '', parent)
    ;(parent?.children ?? roots).push(item)
    items.push(item)
    open.push(item)
  }
  return { roots, items }
}

function itemOf(heading: Node, number: string, parent: GrowingItem | undefined): GrowingItem {
  const bare = number.replace(/[-.]$/, '')
  return {
    id: blockIdOf(heading),
    level: levelOf(heading),
    depth: parent ? parent.depth + 1 : 0,
    number,
    title: wordsOf(heading),
    path: parent ? `${parent.path} / ${bare}` : bare,
    children: [],
  }
}

const sameStyle = (a: NumberStyle, b: NumberStyle): boolean => a.part === b.part && a.mark === b.mark

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, index) => node === b[index])
