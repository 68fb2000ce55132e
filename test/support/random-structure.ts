import type { Node } from 'prosemirror-model'
import { levels, type Level } from '../../shared/report/levels'
import { lists, type List } from '../../shared/report/lists'
import { schema } from '../../shared/report/schema'

/** A block as a test thinks of it. */
export type Sketch =
  | { readonly kind: 'heading'; readonly id: string; readonly level: Level }
  | {
      readonly kind: 'paragraph'
      readonly id: string
      readonly list: List
      readonly start: number | null
      readonly notes: readonly string[]
    }

/** Sheets of blocks; a sheet that an edit leaves alone stays the very same value. */
export type Structure = readonly (readonly Sketch[])[]

type Random = () => number

let lastId = 0
const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!

function randomBlock(random: Random): Sketch {
  const id = `s${++lastId}`
  if (random() < 0.55) return { kind: 'heading', id, level: pick(levels, random) }
  const start = random() < 0.08 ? 1 + Math.floor(random() * 9) : null
  const notes = Array.from({ length: Math.floor(random() * 3) }, () => `n${Math.floor(random() * 60)}`)
  return { kind: 'paragraph', id, list: pick(lists, random), start, notes }
}

export const randomStructure = (random: Random): Structure =>
  Array.from({ length: 1 + Math.floor(random() * 5) }, () =>
    Array.from({ length: Math.floor(random() * 8) }, () => randomBlock(random)),
  )

/** Insert, delete, promote or demote, move; sheets begin, split and end anywhere. */
export function editStructure(structure: Structure, random: Random): Structure {
  const at = Math.floor(random() * structure.length)
  const sheet = structure[at] ?? []
  const index = Math.floor(random() * (sheet.length + 1))
  const put = (...sheets: Structure) => [...structure.slice(0, at), ...sheets, ...structure.slice(at + 1)]
  const chosen = sheet[index]
  const act = random()
  if (act < 0.3 || !chosen) return put([...sheet.slice(0, index), randomBlock(random), ...sheet.slice(index)])
  if (act < 0.5) return put(sheet.filter(block => block !== chosen))
  if (act < 0.65)
    return put(sheet.map(block => (block === chosen ? { ...randomBlock(random), id: block.id } : block)))
  if (act < 0.85) {
    const without = put(sheet.filter(block => block !== chosen))
    const to = Math.floor(random() * without.length)
    const place = Math.floor(random() * ((without[to]?.length ?? 0) + 1))
    return without.map((each, n) =>
      n === to ? [...each.slice(0, place), chosen, ...each.slice(place)] : each,
    )
  }
  return put(sheet.slice(0, index), sheet.slice(index))
}

const nodes = new WeakMap<readonly Sketch[], Node>()

/** The same as a report's text. Sheets that are the same value become the same node, as in the editor. */
export const textOfStructure = (structure: Structure): Node =>
  schema.node('report', null, structure.map(sheetNode))

function sheetNode(sheet: readonly Sketch[]): Node {
  const node = nodes.get(sheet) ?? schema.node('sheet', null, sheet.map(blockNode))
  nodes.set(sheet, node)
  return node
}

function blockNode(block: Sketch): Node {
  if (block.kind === 'heading')
    return schema.node('heading', { id: block.id, level: block.level }, schema.text('x'))
  const { id, list, start, notes } = block
  return schema.node(
    'paragraph',
    { id, list, start },
    notes.map(note => schema.node('note_ref', { id: note })),
  )
}
