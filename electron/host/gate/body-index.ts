import {
  ContentType,
  Item,
  iterateDeletedStructs,
  XmlElement,
  XmlText,
  type Doc,
  type Transaction,
} from 'yjs'
import { textOf } from '../../../shared/sync/report-doc'
import { blockBefore, lastBlockOf, pathBehind, type Path } from './sections'

/** What the gate remembers of a report, so that a keystroke costs the same in a long one. */
export interface BodyIndex {
  readonly pathOf: (block: Item) => Path
  /** The blocks of the text in which something bears this id: themselves, or a note's mark inside. */
  readonly blocksWith: (id: string) => Iterable<Item>
}

const indexes = new WeakMap<Doc, BodyIndex>()

/** Made at the first call and kept up to date from then on. */
export function indexOf(body: Doc): BodyIndex {
  const index = indexes.get(body) ?? watch(body)
  indexes.set(body, index)
  return index
}

function watch(body: Doc): BodyIndex {
  let paths = new WeakMap<Item, Path>()
  // Whoever once bore an id; who does so now is asked when it matters.
  const bearers = new Map<string, Set<XmlElement>>()
  const note = (element: XmlElement): void => {
    const id = element.getAttribute('id')
    if (typeof id !== 'string' || id === '') return
    const same = bearers.get(id)
    if (same) same.add(element)
    else bearers.set(id, new Set([element]))
  }

  body.on('afterTransaction', (transaction: Transaction) => {
    if (isOnlyWords(transaction)) return
    const seen = { headings: false }
    const look = (item: unknown): void => {
      if (!(item instanceof Item)) return
      const element = elementConcerned(item)
      if (!element) return
      note(element)
      seen.headings ||= element.nodeName === 'heading' && item.parentSub !== 'id'
    }
    eachNew(transaction, look)
    iterateDeletedStructs(transaction, transaction.deleteSet, look)
    // No other change moves a block under another heading: blocks never move, they are made anew.
    if (seen.headings) paths = new WeakMap()
  })
  for (const element of elementsIn(textOf(body))) note(element)

  return {
    pathOf: block => remembered(paths, block),
    blocksWith: function* (id) {
      const same = bearers.get(id)
      for (const element of same ?? []) {
        const block = element.getAttribute('id') === id ? liveBlockOf(element, body) : null
        if (block) yield block
        else same?.delete(element)
      }
    },
  }
}

const isOnlyWords = ({ changed }: Transaction): boolean => {
  for (const type of changed.keys()) if (!((type as unknown) instanceof XmlText)) return false
  return true
}

function eachNew({ doc, beforeState, afterState }: Transaction, visit: (struct: unknown) => void): void {
  for (const [client, after] of afterState) {
    if (after === beforeState.get(client)) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at]
      if (!struct || struct.id.clock < (beforeState.get(client) ?? 0)) break
      visit(struct)
    }
  }
}

/** The element that this item is, or whose attribute it is. */
function elementConcerned({ content, parent, parentSub }: Item): XmlElement | null {
  const type: unknown = parentSub === null ? content instanceof ContentType && content.type : parent
  return type instanceof XmlElement ? type : null
}

function* elementsIn(text: ReturnType<typeof textOf>): Generator<XmlElement> {
  for (const item of text.createTreeWalker(() => true)) if (item instanceof XmlElement) yield item
}

/** Null where the element or anything around it is gone, or where it is not in the text. */
function liveBlockOf(element: XmlElement, body: Doc): Item | null {
  let block: Item | null = null
  let sheet: Item | null = null
  let type = element as XmlElement | null
  while (type?._item) {
    if (type._item.deleted) return null
    block = sheet
    sheet = type._item
    type = type._item.parent as XmlElement | null
  }
  return (type as unknown) === textOf(body) ? block : null
}

function remembered(paths: WeakMap<Item, Path>, block: Item): Path {
  const walked: Item[] = []
  let at: Item | null = block
  while (at && !paths.has(at)) {
    walked.push(at)
    at = blockBefore(at)
  }
  let path: Path = (at && paths.get(at)) ?? []
  for (const passed of walked.reverse()) {
    path = pathBehind(path, passed)
    paths.set(passed, path)
  }
  return path
}

/** The path at a place just behind this item, which may be deleted. */
export function pathAfter(index: BodyIndex, item: Item): Path {
  const block = item.deleted ? blockBefore(item) : item
  return block ? index.pathOf(block) : []
}

/** The path at the end of a sheet. */
export function pathAtEnd(index: BodyIndex, sheet: Item): Path {
  const last = lastBlockOf(sheet) ?? blockBefore(sheet)
  return last ? index.pathOf(last) : []
}
