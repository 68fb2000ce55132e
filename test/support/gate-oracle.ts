import {
  AbstractType,
  applyUpdate,
  ContentFormat,
  decodeUpdate,
  getItem,
  getState,
  isDeleted,
  ContentType,
  Doc,
  encodeStateAsUpdate,
  Item,
  XmlElement,
  XmlText,
  type Transaction,
  type XmlFragment,
} from 'yjs'
import { can, canEditFields, canSomewhere } from '../../shared/permissions/can'
import type { Locks } from '../../shared/permissions/locks'
import type { Member } from '../../shared/permissions/member'
import type { BlockId } from '../../shared/report/ids'
import { depthOf, type Level } from '../../shared/report/levels'
import { fieldsOf, indicatorsOf, notesOf, optionsOf, textOf } from '../../shared/sync/report-doc'

/*
 * A second opinion on what the gate decides: it applies the update to a copy and compares everything before and after.
 * Slow and plain on purpose; it shares the rule of who may do what with the gate, and nothing else.
 */

type Any = AbstractType<unknown>

interface Heading {
  readonly key: string
  readonly id: BlockId
}

interface Block {
  readonly key: string
  readonly content: string
  readonly path: readonly Heading[]
  /** Every id borne in it, with the element that bears it. */
  readonly ids: ReadonlySet<string>
}

interface State {
  readonly blocks: ReadonlyMap<string, Block>
  readonly records: ReadonlyMap<string, string>
  readonly fields: string
}

const keyOf = (type: Any): string => (type._item ? `${type._item.id.client}:${type._item.id.clock}` : 'root')

/** What someone would read here, and which letters it is made of: the same words typed anew are not the same. */
function contentOf(type: Any): unknown {
  const children: unknown[] = []
  for (let item = type._start; item; item = item.right)
    if (!item.deleted) children.push(...contentOfItem(item))
  const values: [string, unknown][] = []
  for (const [key, item] of type._map)
    if (!item.deleted) values.push([key, [...contentOfItem(item), item.id.client, item.id.clock]])
  const marks = type instanceof XmlText ? (type.toDelta() as unknown) : null
  return [children, values.sort(([a], [b]) => (a < b ? -1 : 1)), marks]
}

function contentOfItem(item: Item): unknown[] {
  if (item.content instanceof ContentType) {
    const type = item.content.type as unknown as Any
    return [[keyOf(type), type instanceof XmlElement ? type.nodeName : '', contentOf(type)]]
  }
  if (!item.countable) return []
  return item.content.getContent().map((value, at) => [item.id.client, item.id.clock + at, value as unknown])
}

function idsIn(element: XmlElement): Set<string> {
  const ids = new Set<string>()
  const visit = (at: XmlElement): void => {
    const id = at.getAttribute('id')
    if (id) ids.add(`${id} ${keyOf(at as unknown as Any)}`)
    for (const child of at.toArray()) if (child instanceof XmlElement) visit(child)
  }
  visit(element)
  return ids
}

function stateOf(body: Doc): State {
  const blocks = new Map<string, Block>()
  let open: { key: string; id: BlockId; depth: number }[] = []
  for (const sheet of textOf(body).toArray() as XmlElement[])
    for (const element of sheet.toArray() as XmlElement[]) {
      const key = keyOf(element as unknown as Any)
      if (element.nodeName === 'heading') {
        const depth = depthOf((element.getAttribute('level') ?? 'part') as Level)
        const id = (element.getAttribute('id') ?? '') as BlockId
        open = [...open.filter(outer => outer.depth < depth), { key, id, depth }]
      }
      const content = JSON.stringify([element.nodeName, contentOf(element as unknown as Any)])
      blocks.set(key, { key, content, path: open, ids: idsIn(element) })
    }
  const records = new Map<string, string>()
  for (const [root, map] of Object.entries({
    notes: notesOf(body),
    tables: indicatorsOf(body),
    options: optionsOf(body),
  }))
    for (const [id, record] of map.entries())
      records.set(
        `${root} ${id}`,
        keyOf(record as unknown as Any) + JSON.stringify(contentOf(record as unknown as Any)),
      )
  return { blocks, records, fields: JSON.stringify(contentOf(fieldsOf(body) as unknown as Any)) }
}

export interface Expected {
  readonly isAllowed: boolean
  readonly why: string
}

/** What the gate should say to an update by an honest program. */
export function expectedOf(update: Uint8Array, body: Doc, author: Member, locks: Locks): Expected {
  const before = stateOf(body)
  const copy = new Doc()
  // Asked for by name before anything arrives: Yjs replaces roots whose type it did not know.
  for (const root of [textOf, notesOf, indicatorsOf, optionsOf, fieldsOf]) root(copy)
  applyUpdate(copy, encodeStateAsUpdate(body))
  const attempts = new Set<string>()
  copy.on('afterTransaction', (transaction: Transaction) => noteAttempts(transaction, copy, attempts))
  applyUpdate(copy, update)
  noteMarks(update, body, copy, attempts)
  const after = stateOf(copy)
  copy.destroy()
  const why = objection({ before, after, attempts }, author, locks)
  return { isAllowed: why === undefined, why: why ?? '' }
}

/** Values that were set, even those that lost against another one set at the same time. */
function noteAttempts({ changed }: Transaction, copy: Doc, attempts: Set<string>): void {
  for (const [type, keys] of changed)
    for (const key of keys) if (key !== null) attempts.add(unitOf(type as unknown as Any, key, copy))
}

/** Marks that were set where they change nothing, because someone else set the same. */
function noteMarks(update: Uint8Array, body: Doc, copy: Doc, attempts: Set<string>): void {
  const { structs, ds } = decodeUpdate(update)
  for (const struct of structs) {
    if (!(struct instanceof Item) || !(struct.content instanceof ContentFormat)) continue
    if (struct.id.clock < getState(body.store, struct.id.client) || isDeleted(ds, struct.id)) continue
    const { parent } = getItem(copy.store, struct.id)
    if (parent instanceof AbstractType) attempts.add(unitOf(parent as Any, '', copy))
  }
}

function unitOf(type: Any, key: string, copy: Doc): string {
  const way: Item[] = []
  let root = type
  for (; root._item; root = root._item.parent as Any) {
    if (root._item.deleted) return ''
    way.unshift(root._item)
  }
  if (root === (fieldsOf(copy) as unknown as Any)) return 'fields'
  if (root === (textOf(copy) as unknown as Any)) return way[1] ? `${way[1].id.client}:${way[1].id.clock}` : ''
  const names: [string, XmlFragment | Any][] = [
    ['notes', notesOf(copy) as unknown as Any],
    ['tables', indicatorsOf(copy) as unknown as Any],
    ['options', optionsOf(copy) as unknown as Any],
  ]
  return `${names.find(([, map]) => map === root)?.[0] ?? ''} ${way[0]?.parentSub ?? key}`
}

interface Change {
  readonly before: State
  readonly after: State
  readonly attempts: ReadonlySet<string>
}

function objection(change: Change, author: Member, locks: Locks): string | undefined {
  const { before, after, attempts } = change
  const isClosed = ({ path }: Pick<Block, 'path'>): boolean =>
    path.some(({ key, id }) => locks.elements.has(key) || locks.sections.has(id)) ||
    !can(author, 'edit', path.map(rightsOf))
  // A new heading does not come into the rights of another one by copying its id.
  const rightsOf = ({ key, id }: Heading): BlockId => {
    const bearers = [...after.blocks.values()].filter(block => block.path.at(-1)?.key === block.key)
    const isCopy = bearers.some(block => block.key !== key && block.path.at(-1)?.id === id)
    return !before.blocks.has(key) && isCopy ? ('' as BlockId) : id
  }
  const shows = (id: string): Block[] =>
    [...before.blocks.values()].filter(block => [...block.ids].some(borne => borne.startsWith(`${id} `)))

  const namesOf = ({ path }: Block): string => JSON.stringify(path.map(({ key, id }) => [key, id]))
  for (const block of before.blocks.values()) {
    const now = after.blocks.get(block.key)
    const isMoved = now && namesOf(now) !== namesOf(block)
    if (now?.content === block.content && !isMoved && !attempts.has(block.key)) continue
    if (isClosed(block)) return `block ${block.key} changed`
    if (now && isClosed(now)) return `block ${block.key} came into a closed section`
  }
  for (const block of after.blocks.values())
    if (!before.blocks.has(block.key) && isClosed(block)) return `block ${block.key} is new`

  const borne = new Set([...before.blocks.values()].flatMap(block => [...block.ids]))
  for (const block of after.blocks.values())
    for (const bearing of block.ids)
      if (!borne.has(bearing) && shows(bearing.slice(0, bearing.lastIndexOf(' '))).some(isClosed))
        return `id ${bearing} copied`

  for (const record of new Set([...before.records.keys(), ...after.records.keys()])) {
    if (before.records.get(record) === after.records.get(record) && !attempts.has(record)) continue
    const places = shows(record.slice(record.indexOf(' ') + 1))
    if (places.length === 0 ? !canSomewhere(author, 'edit') : places.some(isClosed)) return `record ${record}`
  }
  const areFieldsSame = before.fields === after.fields && !attempts.has('fields')
  return areFieldsSame || canEditFields(author) ? undefined : 'fields'
}
