import type { Node } from 'prosemirror-model'
import { noteRefsIn } from '../numbering/number-notes'
import { wholeReport } from '../permissions/member'
import type { BlockId } from '../report/ids'
import { depthOf } from '../report/levels'
import { blockIdOf, forEachBlock, isHeading, levelOf } from '../report/nodes'
import { unreachable } from '../util/exhaustive'
import { perObject } from '../util/per-object'
import type { Anchor } from './anchor'
import type { FindHeadings } from './rules/adding'

export type HeadingPath = readonly BlockId[]

/** Where everything in a text stands: its order, and the headings above it, outermost first. */
export interface Places {
  /** The headings above a place; none before the first heading, null where it is gone. */
  readonly headingsOf: FindHeadings
  /** How far from the beginning: 0, 1, 2, … by blocks. What is gone stands where its section does, or else last. */
  readonly orderOf: (anchor: Anchor) => number
}

interface Place {
  readonly headings: HeadingPath
  readonly order: number
}

/** Computed once for a text; a window asks for it when a list is drawn, never on a key. */
export const placesIn = perObject((text: Node): Places => {
  const found = findPlaces(text)
  const at = ({ target, section }: Anchor): Place | undefined =>
    found.get(keyOf(target, section)) ?? found.get(section)
  return {
    headingsOf: place =>
      (place.kind === 'options' ? found.get(place.id) : at(place.anchor))?.headings ?? null,
    orderOf: anchor => at(anchor)?.order ?? Number.MAX_SAFE_INTEGER,
  }
})

function findPlaces(text: Node): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>([[wholeReport, { headings: [], order: -1 }]])
  let open: readonly Node[] = []
  let headings: HeadingPath = []
  let order = 0
  forEachBlock(text, block => {
    if (isHeading(block)) {
      open = [...open.filter(outer => depthOf(levelOf(outer)) < depthOf(levelOf(block))), block]
      headings = open.map(blockIdOf)
    }
    const place = { headings, order: order++ }
    // Where an id stands twice the first place counts, as it does for numbers of notes.
    for (const key of keysIn(block)) if (!found.has(key)) found.set(key, place)
  })
  return found
}

/** The block, those inside it, and the notes that it refers to. */
const keysIn = perObject((block: Node): readonly string[] => {
  const keys = [blockIdOf(block) as string, ...noteRefsIn(block).map(noteKey)]
  if (block.isTextblock || block.isAtom) return keys
  block.descendants(inner => {
    if (inner.isTextblock || inner.type.name === 'table') keys.push(blockIdOf(inner))
    return !inner.isTextblock
  })
  return keys
})

const noteKey = (id: string): string => `note:${id}`

function keyOf(target: Anchor['target'], section: string): string {
  switch (target.kind) {
    case 'section':
      return section
    case 'note':
      return noteKey(target.note)
    case 'cell':
      return target.table
    case 'words':
    case 'block':
      return target.block
    default:
      return unreachable(target)
  }
}
