import type { MarkType, NodeType, Schema } from 'prosemirror-model'
import { rowCells, rowKinds } from '../../../shared/indicators/indicator-row'
import { fieldNames } from '../../../shared/report/fields'
import { noteSchema, schema } from '../../../shared/report/schema'
import { isId, isOneOf, isWords, type Accepts } from '../../../shared/gate/attribute-values'

/*
 * The grammar of a report's shared document (shared/sync/report-doc.ts): what may stand where. Stricter than needed for
 * reading: the editor binding deletes, for everyone, a node with something in it that the schema does not know.
 */

/** The inside of a shared type. */
export type Shape =
  | { readonly kind: 'element'; readonly node: NodeType }
  | { readonly kind: 'words'; readonly schema: Schema }
  | {
      readonly kind: 'record'
      readonly entry: (key: string) => Entry | undefined
      /** Keys without which readers do not understand the record. */
      readonly required: readonly string[]
    }

/** What may stand under a key of a record. */
export type Entry =
  | { readonly kind: 'value'; readonly accepts: Accepts }
  | { readonly kind: 'shared'; readonly as: 'map' | 'fragment'; readonly shape: Shape }

export type RootName = 'text' | 'notes' | 'indicators' | 'options' | 'meta'

const value = (accepts: Accepts): Entry => ({ kind: 'value', accepts })
const words = value(isWords)
const note: Entry = {
  kind: 'shared',
  as: 'fragment',
  shape: { kind: 'element', node: noteSchema.topNodeType },
}

const record = (entries: Readonly<Record<string, Entry>>): Entry => ({
  kind: 'shared',
  as: 'map',
  shape: {
    kind: 'record',
    entry: key => (Object.hasOwn(entries, key) ? entries[key] : undefined),
    required: Object.keys(entries).filter(key => entries[key]?.kind === 'shared'),
  },
})

const byIdShape = (each: Entry): Shape => ({
  kind: 'record',
  entry: key => (isId(key) ? each : undefined),
  required: [],
})
const byId = (each: Entry): Entry => ({ kind: 'shared', as: 'map', shape: byIdShape(each) })

const cells = Object.fromEntries(rowCells.map(cell => [cell, words]))
const titles = Object.fromEntries(rowCells.map(cell => [`column:${cell}`, words]))

const row = record({
  order: value(isId),
  kind: value(isOneOf(rowKinds)),
  groupLevel: value(isOneOf(['letter', 'roman'])),
  direction: value(isOneOf(['up', 'down', ''])),
  ...cells,
})
const table = record({ title: words, ...titles, rows: byId(row) })
const wording = record({ order: value(isId), body: note })
const options = record({ name: words, chosen: value(isId), wordings: byId(wording) })

export const roots: Readonly<Record<RootName, Shape>> = {
  text: { kind: 'element', node: schema.topNodeType },
  notes: byIdShape(note),
  indicators: byIdShape(table),
  options: byIdShape(options),
  meta: {
    kind: 'record',
    entry: key => ((fieldNames as readonly string[]).includes(key) ? words : undefined),
    required: [],
  },
}

export const isRootName = (name: string): name is RootName => Object.hasOwn(roots, name)

const childrenOf = new Map<NodeType, ReadonlyMap<string, NodeType>>()

/** The node of this name, if it may stand in that one. Every container of the schema is one starred union, so order is free. */
export function childOf(parent: NodeType, name: string): NodeType | undefined {
  const known = childrenOf.get(parent) ?? listChildren(parent)
  childrenOf.set(parent, known)
  return known.get(name)
}

function listChildren({ contentMatch }: NodeType): ReadonlyMap<string, NodeType> {
  const children = new Map<string, NodeType>()
  for (let edge = 0; edge < contentMatch.edgeCount; edge++) {
    const { type } = contentMatch.edge(edge)
    children.set(type.name, type)
  }
  return children
}

export const markOf = (of: Schema, name: string): MarkType | undefined =>
  Object.hasOwn(of.marks, name) ? of.marks[name] : undefined
