import {
  ContentAny,
  ContentType,
  XmlElement,
  type AbstractType,
  type Doc,
  type Item,
  type XmlFragment,
} from 'yjs'
import { closedUnder, type Closed, type Permissions } from '../../../shared/permissions/closed'
import type { BlockId } from '../../../shared/report/ids'
import { depthOf, levels, type Level } from '../../../shared/report/levels'
import { fieldsOf, textOf } from '../../../shared/sync/report-doc'
import type { Rights } from '../rights/rights'
import { lastCopy, type StepItems } from './step-items'

/*
 * Whether taking a step back would touch what the person may not write any more: the rules of rights/closed-edit.ts, on
 * the shared elements, because a step is known only as items of Yjs. Costs a walk over all blocks of the report, once for
 * a key that undoes.
 */

/** Why this step must be passed over; undefined where nothing is in the way. */
export function closedStep(items: StepItems, body: Doc, rights: Rights): Closed | undefined {
  const permissions = rights.permissions()
  if (!permissions) return undefined
  const touched = new Set<Item>()
  for (const item of [...items.toDelete, ...items.toRestore]) {
    const { root, top, block } = placeOf(item, body)
    if (root === textOf(body)) {
      if (block) touched.add(block)
      continue
    }
    const closed = root === fieldsOf(body) ? rights.closedFields() : rights.closedRecord(top.parentSub ?? '')
    if (closed) return closed
  }
  return touched.size === 0 ? undefined : closedInText({ items, touched, body, permissions })
}

interface Place {
  readonly root: AbstractType<unknown>
  /** What stands right under the root: a sheet, or a record. */
  readonly top: Item
  /** In the text: the block that it is or stands in; undefined for a sheet. */
  readonly block: Item | undefined
}

function placeOf(item: Item, body: Doc): Place {
  let at = item
  let under: Item | undefined
  for (;;) {
    const parent = at.parent as AbstractType<unknown>
    if (!parent._item) return { root: parent, top: at, block: under }
    under = at
    at = lastCopy(parent._item, body)
  }
}

interface Looking {
  readonly items: StepItems
  readonly touched: ReadonlySet<Item>
  readonly body: Doc
  readonly permissions: Permissions
}

function closedInText({ items, touched, body, permissions }: Looking): Closed | undefined {
  const { toDelete, toRestore } = items
  const before = flow(textOf(body), item => !item.deleted, new Map())
  const restored = levelsIn(toRestore)
  const after = flow(
    textOf(body),
    item => (item.deleted ? toRestore.has(item) : !toDelete.has(item)),
    restored,
  )
  for (const [block, path] of before) {
    const now = after.get(block)
    if (now && same(path, now) && !touched.has(block)) continue
    const closed = closedUnder(path, permissions) ?? (now && closedUnder(now, permissions))
    if (closed) return closed
  }
  for (const [block, path] of after) {
    const closed = before.has(block) ? undefined : closedUnder(path, permissions)
    if (closed) return closed
  }
  return undefined
}

type Path = readonly BlockId[]

/** The ids of the headings over every block that will be there, outermost first, a heading's own included. */
function flow(
  text: XmlFragment,
  isThere: (item: Item) => boolean,
  levelsThen: ReadonlyMap<unknown, Level>,
): Map<Item, Path> {
  const paths = new Map<Item, Path>()
  let over: { id: BlockId; depth: number }[] = []
  let path: Path = []
  for (const sheet of itemsUnder(text))
    for (const block of isThere(sheet) ? itemsUnder(elementOf(sheet)) : []) {
      if (!isThere(block)) continue
      const element = elementOf(block)
      if (element?.nodeName === 'heading') {
        const depth = depthOf(
          levelsThen.get(element) ?? (valueOf(element, 'level') as Level | undefined) ?? levels[0],
        )
        over = [
          ...over.filter(outer => outer.depth < depth),
          { id: (valueOf(element, 'id') ?? '') as BlockId, depth },
        ]
        path = over.map(({ id }) => id)
      }
      paths.set(block, path)
    }
  return paths
}

/** The levels that headings get back. */
function levelsIn(toRestore: ReadonlySet<Item>): Map<unknown, Level> {
  const found = new Map<unknown, Level>()
  for (const item of toRestore)
    if (item.parentSub === 'level' && item.content instanceof ContentAny)
      found.set(item.parent, item.content.arr.at(-1) as Level)
  return found
}

function* itemsUnder(parent: XmlFragment | null): Generator<Item> {
  for (let item = parent?._start ?? null; item; item = item.right) yield item
}

const elementOf = ({ content }: Item): XmlElement | null =>
  content instanceof ContentType && content.type instanceof XmlElement ? content.type : null

/** Also of an element that is deleted. */
function valueOf(element: XmlElement, name: string): unknown {
  const content = element._map.get(name)?.content
  return content instanceof ContentAny ? content.arr.at(-1) : undefined
}

const same = (a: Path, b: Path): boolean =>
  a === b || (a.length === b.length && a.every((heading, at) => heading === b[at]))
