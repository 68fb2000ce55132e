import type { Node } from 'prosemirror-model'
import { perObject } from '../util/per-object'
import type { BlockId } from './ids'
import { blockIdOf } from './nodes'

export interface FoundBlock {
  readonly node: Node
  /** Position before the block. */
  readonly pos: number
}

/** Where the blocks of a sheet stand, from the start of its content; blocks inside tables included. */
export const placesIn = perObject((sheet: Node): ReadonlyMap<BlockId, number> => {
  const places = new Map<BlockId, number>()
  sheet.descendants((node, pos) => {
    if (node.isInline) return false
    const id = node.attrs['id'] as BlockId | undefined
    if (id && !places.has(id)) places.set(id, pos)
    return !node.isTextblock
  })
  return places
})

/** The block of that id, inside tables too, or null. Costs one look per sheet. */
export function findBlock(text: Node, id: BlockId): FoundBlock | null {
  let sheetPos = 0
  for (let index = 0; index < text.childCount; index++) {
    const sheet = text.child(index)
    const place = placesIn(sheet).get(id)
    if (place !== undefined) {
      const node = sheet.nodeAt(place)
      return node && blockIdOf(node) === id ? { node, pos: sheetPos + 1 + place } : null
    }
    sheetPos += sheet.nodeSize
  }
  return null
}
