import type { Node } from 'prosemirror-model'
import type { NoteId } from '../report/ids'
import { isNoteRef, noteIdOf } from '../report/nodes'

/** 1 for the first note of the report, and so on, in the order of their references. */
export type NoteNumbers = ReadonlyMap<NoteId, number>

const cache = new WeakMap<Node, readonly NoteId[]>()

/** Two references to one note share its number (the first place counts). */
export function numberNotes(text: Node): NoteNumbers {
  const numbers = new Map<NoteId, number>()
  text.forEach(sheet => {
    for (const id of noteRefsIn(sheet)) if (!numbers.has(id)) numbers.set(id, numbers.size + 1)
  })
  return numbers
}

/** Every reference below a node, in order. Nodes are immutable, so unchanged sheets are not walked again. */
export function noteRefsIn(node: Node): readonly NoteId[] {
  const known = cache.get(node)
  if (known) return known
  const refs: NoteId[] = []
  node.descendants(child => {
    if (isNoteRef(child)) refs.push(noteIdOf(child))
  })
  cache.set(node, refs)
  return refs
}
