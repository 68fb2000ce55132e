import { findRootTypeKey, XmlElement, type Item } from 'yjs'
import { rowCells } from '../../../shared/indicators/indicator-row'
import { fieldNames, type FieldName } from '../../../shared/report/fields'
import type { TrayPlace } from '../../../shared/tray/entry'
import { attributeOf, elementOf, parentOf, type SharedType } from './items'

/** The way to a place in the shared report, readable also where all of it was just deleted. */
export interface Spot {
  /** Name of the root. */
  readonly root: string
  /** Keys of the records on the way. */
  readonly keys: readonly string[]
  /** The innermost heading, paragraph or other block with an id; empty above blocks. */
  readonly block: string
}

export const isTextBlock = (type: unknown): type is XmlElement =>
  type instanceof XmlElement && (type.nodeName === 'paragraph' || type.nodeName === 'heading')

/** The place inside a shared type. */
export function spotInside(type: SharedType): Spot {
  const holder = type._item
  if (holder === null) return { root: findRootTypeKey(type), keys: [], block: '' }
  return within(spotInside(parentOf(holder)), holder)
}

/** The place inside what an item holds, given the place that the item is in. */
export function within(outer: Spot, holder: Item): Spot {
  const element = elementOf(holder)
  const isBlock = element !== null && element.nodeName !== 'note_ref'
  return stepInto(outer, { key: holder.parentSub, block: isBlock ? attributeOf(element, 'id') : '' })
}

/** One step further in. What bears no id belongs to the block around it: a paragraph in a cell, for instance. */
export const stepInto = (outer: Spot, { key, block }: { key: string | null; block: string }): Spot => ({
  root: outer.root,
  keys: key === null ? outer.keys : [...outer.keys, key],
  block: block || outer.block,
})

const choices: readonly FieldName[] = ['profile', 'partStyle', 'markStyle']
const typedFields: readonly string[] = fieldNames.filter(name => !choices.includes(name))
const cells: readonly string[] = rowCells
const columns: readonly string[] = rowCells.map(cell => `column:${cell}`)

/** The place as people know it; null for what holds no words that somebody typed (an order key, a chosen wording). */
export function placeOf({ root, keys, block }: Spot): TrayPlace | null {
  const [first = '', second, third = '', fourth] = keys
  switch (root) {
    case 'text':
      return keys.length === 0 ? { kind: 'block', id: block } : null
    case 'notes':
      return { kind: 'note', id: first }
    case 'meta':
      return typedFields.includes(first) ? { kind: 'field', id: first } : null
    case 'indicators':
      if (second === 'rows')
        return fourth !== undefined && cells.includes(fourth)
          ? { kind: 'cell', table: first, row: third, cell: fourth }
          : null
      return second !== undefined && (second === 'title' || columns.includes(second))
        ? { kind: 'cell', table: first, row: null, cell: second }
        : null
    case 'options':
      if (second === 'name') return { kind: 'wording', options: first, wording: null }
      return fourth === 'body' ? { kind: 'wording', options: first, wording: third } : null
    default:
      return null
  }
}
