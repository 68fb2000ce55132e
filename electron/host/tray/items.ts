import {
  ContentAny,
  ContentString,
  ContentType,
  isDeleted,
  XmlElement,
  type AbstractType,
  type Item,
  type Transaction,
} from 'yjs'

export type SharedType = AbstractType<unknown>

/** The shared type that an item holds; null where it holds none. */
export const typeOf = ({ content }: Item): SharedType | null =>
  content instanceof ContentType ? (content.type as SharedType) : null

/** The element that an item holds; null where it holds none. */
export function elementOf(item: Item): XmlElement | null {
  const type = typeOf(item)
  return type instanceof XmlElement ? (type as XmlElement) : null
}

/** What an item of a document stands in. */
export const parentOf = ({ parent }: Item): SharedType => parent as SharedType

/** A value under a key, whether or not it was just deleted; empty where it is none of letters. */
export function valueOf({ content }: Item): string {
  const value: unknown = content instanceof ContentAny ? content.arr[content.arr.length - 1] : null
  return typeof value === 'string' ? value : ''
}

/** An attribute of an element that may be deleted, which Yjs itself would not read any more. */
export function attributeOf(element: XmlElement, name: string): string {
  const item = element._map.get(name)
  return item ? valueOf(item) : ''
}

/** Every attribute, as `attributeOf`. */
export function attributesOf(element: XmlElement): Record<string, unknown> {
  const attributes: Record<string, unknown> = {}
  for (const [name, { content }] of element._map)
    if (content instanceof ContentAny) attributes[name] = content.arr[content.arr.length - 1]
  return attributes
}

/** The letters of an item; empty where it holds none. */
export const lettersOf = ({ content }: Item): string => (content instanceof ContentString ? content.str : '')

/** Whether the item could be seen before the transaction. */
export function wasThere(item: Item, { beforeState, deleteSet }: Transaction): boolean {
  if (item.id.clock >= (beforeState.get(item.id.client) ?? 0)) return false
  return !item.deleted || isDeleted(deleteSet, item.id)
}

export function* listOf(type: { readonly _start: Item | null }): Generator<Item> {
  for (let item = type._start; item; item = item.right) yield item
}
