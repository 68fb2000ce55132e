import { ContentType, XmlElement, type Item, type XmlFragment } from 'yjs'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf, levels, type Level } from '../../../shared/report/levels'

/*
 * Sections read from the shared elements instead of the editor's nodes. A block is the item that holds its element; a
 * path is the items of the headings above it, outermost first, a heading's own included.
 */

export type Path = readonly Item[]

export const elementOf = (block: Item): XmlElement | null =>
  block.content instanceof ContentType && block.content.type instanceof XmlElement ? block.content.type : null

export const isHeading = (block: Item): boolean => elementOf(block)?.nodeName === 'heading'

// Without the attribute the schema reads a part.
export const levelOf = (heading: Item): Level =>
  (elementOf(heading)?.getAttribute('level') as Level | undefined) ?? levels[0]

/** Empty where none was given. */
export const idOf = (block: Item): BlockId => (elementOf(block)?.getAttribute('id') ?? '') as BlockId

/** Names an item for good, unlike an id, which is an attribute that may be rewritten. */
export const keyOf = ({ id }: Item): string => `${id.client}:${id.clock}`

/** The path of a block that follows a block with this path; `level` tells the levels of headings. */
export function pathBehind(before: Path, block: Item, level: (heading: Item) => Level = levelOf): Path {
  if (!isHeading(block)) return before
  const depth = depthOf(level(block))
  return [...before.filter(outer => depthOf(level(outer)) < depth), block]
}

/** The live block before this place in the flow: `item` is a block or sheet, live or not. */
export function blockBefore(item: Item): Item | null {
  const beside = item.prev
  if (beside && !isSheet(beside)) return beside
  const sheet = isSheet(item) ? item : ((item.parent as XmlFragment)._item ?? item)
  for (let before = sheet.prev; before; before = before.prev) {
    const last = lastBlockOf(before)
    if (last) return last
  }
  return null
}

const isSheet = (item: Item): boolean => (item.parent as XmlFragment)._item === null

export function lastBlockOf(sheet: Item): Item | null {
  let last: Item | null = null
  for (const block of childrenOf(elementOf(sheet))) last = block
  return last
}

/** The live items directly in an element or fragment. */
export function* childrenOf(parent: XmlFragment | null): Generator<Item> {
  for (let item = parent?._start ?? null; item; item = item.right) if (!item.deleted) yield item
}

/** Every block in reading order with its path. */
export function flowOf(
  text: XmlFragment,
): ReadonlyMap<string, { readonly block: Item; readonly path: Path }> {
  const flow = new Map<string, { block: Item; path: Path }>()
  let path: Path = []
  for (const sheet of childrenOf(text))
    for (const block of childrenOf(elementOf(sheet))) {
      path = pathBehind(path, block)
      flow.set(keyOf(block), { block, path })
    }
  return flow
}
