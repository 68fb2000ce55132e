import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import type { Node, ResolvedPos } from 'prosemirror-model'
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  decodeRelativePosition,
  encodeRelativePosition,
  getItem,
  Item,
  XmlElement,
  XmlText,
  type AbstractType,
  type Doc,
  type RelativePosition,
  type XmlFragment,
} from 'yjs'
import type { FoundBlock } from '../report/find-block'
import type { Anchor } from './anchor'

/*
 * Ties both ends of a range to letters of the shared document. The start goes with the first letter, the end with the
 * last, so what is typed within belongs to it and what is typed beside it does not.
 */

type Tied = NonNullable<Anchor['letters']>

/** Undefined where an end does not stand among shared words, as between two blocks. */
export function tieLetters(root: Node, fragment: XmlFragment, from: number, to: number): Tied | undefined {
  const isEmpty = from === to
  const start = tie(root.resolve(from), fragment, 0)
  const end = tie(root.resolve(to), fragment, isEmpty ? 0 : -1)
  return start && end ? { from: write(start), to: write(end) } : undefined
}

const write = (position: RelativePosition): string => toBase64UrlEncoded(encodeRelativePosition(position))

/** `side` as Yjs has it: 0 holds to the letter behind, -1 to the one before. */
function tie($pos: ResolvedPos, fragment: XmlFragment, side: number): RelativePosition | null {
  const element = elementAt($pos, fragment)
  if (!element) return null
  let left = $pos.parentOffset
  for (const [index, child] of element.toArray().entries()) {
    if (child instanceof XmlText && (side < 0 ? left <= child.length : left < child.length))
      return createRelativePositionFromTypeIndex(child, left, side)
    const length = lengthOf(child)
    if (left === 0 || (side < 0 && left === length))
      return createRelativePositionFromTypeIndex(element, left === 0 ? index : index + 1, side)
    left -= length
  }
  return createRelativePositionFromTypeIndex(element, element.length, -1)
}

/** The shared element of the text block that a position stands in. */
function elementAt($pos: ResolvedPos, fragment: XmlFragment): XmlElement | null {
  if (!$pos.parent.isTextblock) return null
  let at: XmlFragment | XmlElement = fragment
  for (let depth = 0; depth < $pos.depth; depth++) {
    const child: unknown = at.length > $pos.index(depth) ? at.get($pos.index(depth)) : null
    if (!(child instanceof XmlElement)) return null
    at = child
  }
  return at instanceof XmlElement ? at : null
}

const lengthOf = (child: unknown): number => (child instanceof XmlText ? child.length : 1)

export interface TiedEnd {
  /** Position in the root. */
  readonly pos: number
  /** Whether the letter itself is there still; else this is where it stood. */
  readonly isAlive: boolean
}

/** An end is null where its block is gone. */
export interface TiedRange {
  readonly from: TiedEnd | null
  readonly to: TiedEnd | null
}

/** Where blocks stand: by id in the text, by their index in a note. */
export type PlaceBlock = (element: XmlElement) => FoundBlock | null

/** Where tied letters stand now. Costs the length of their blocks. */
export const findTied = (letters: Tied, body: Doc, place: PlaceBlock): TiedRange => ({
  from: findEnd(letters.from, body, place),
  to: findEnd(letters.to, body, place),
})

function findEnd(written: string, body: Doc, place: PlaceBlock): TiedEnd | null {
  const position = read(written)
  const at = position && createAbsolutePositionFromRelativePosition(position, body, false)
  if (!position || !at) return null
  const element: unknown = at.type instanceof XmlText ? at.type.parent : at.type
  if (!isElement(element) || !isLive(at.type)) return null
  const block = place(element)
  if (!block?.node.isTextblock) return null
  const offset = offsetIn(element, at.type, at.index)
  return offset > block.node.content.size
    ? null
    : { pos: block.pos + 1 + offset, isAlive: isItemAlive(position, body) }
}

const isElement = (value: unknown): value is XmlElement => value instanceof XmlElement

// Records come from other people: what is no position of Yjs ties nothing.
function read(written: string): RelativePosition | null {
  try {
    const position = decodeRelativePosition(fromBase64UrlEncoded(written))
    // Asked for a root by name, Yjs would make it.
    return position.tname === null ? position : null
  } catch {
    return null
  }
}

function isLive(type: AbstractType<unknown>): boolean {
  for (let item = type._item; item; item = (item.parent as AbstractType<unknown>)._item)
    if (item.deleted) return false
  return true
}

function offsetIn(element: XmlElement, type: unknown, index: number): number {
  let offset = 0
  for (const [place, child] of element.toArray().entries()) {
    if (type === element && place === index) break
    if (child === type) return offset + index
    offset += lengthOf(child)
  }
  return offset
}

/**
 * A letter that undo brought back is a new one to Yjs, and only the computer that undid it knows of which. Nobody follows
 * that: an annotation would stand at other words for each.
 */
function isItemAlive({ item: id }: RelativePosition, { store }: Doc): boolean {
  if (!id) return true
  const item: unknown = getItem(store, id)
  return item instanceof Item && !item.deleted
}
