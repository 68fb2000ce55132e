import { toggleMark } from 'prosemirror-commands'
import type { Command, EditorState } from 'prosemirror-state'

export const markNames = ['strong', 'em', 'underline', 'superscript', 'subscript'] as const
export type MarkName = (typeof markNames)[number]

/** Sets or removes a mark; works in the text, in notes and in wordings alike. */
export const toggle =
  (name: MarkName): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name]
    return type !== undefined && toggleMark(type)(state, dispatch, view)
  }

/** The marks that the next letter would bear, or that the whole selection has. */
export function activeMarks(state: EditorState): readonly MarkName[] {
  const { from, to, empty, $from } = state.selection
  return markNames.filter(name => {
    const type = state.schema.marks[name]
    if (!type) return false
    if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    return hasThroughout(state, from, to, name)
  })
}

function hasThroughout(state: EditorState, from: number, to: number, name: MarkName): boolean {
  const has: boolean[] = []
  state.doc.nodesBetween(from, to, node => {
    if (node.isText) has.push(node.marks.some(mark => mark.type.name === name))
  })
  return has.length > 0 && has.every(Boolean)
}

/** Takes bold, italic and the like off the selection; links stay. */
export const clearMarks: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (empty) return false
  const { tr } = state
  for (const name of markNames) tr.removeMark(from, to, state.schema.marks[name])
  dispatch?.(tr)
  return true
}
