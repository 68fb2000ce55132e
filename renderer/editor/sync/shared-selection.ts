import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { createRelativePositionFromJSON, relativePositionToJSON } from 'yjs'
import type { SharedPosition } from '../../../shared/sync/presence'
import { bindingOf, placeAt, positionNow } from './binding'

/** A selection as other computers can find it, whatever was written around it meanwhile. */
export interface SharedSelection {
  readonly anchor: SharedPosition
  readonly head: SharedPosition
}

/* Both ask the shared document, so letters that are on the screen only have to be settled before. */

/** Null where the editor is bound to nothing shared. */
export function sharedSelection(state: EditorState): SharedSelection | null {
  const binding = bindingOf(state)
  if (!binding) return null
  const share = (pos: number) => relativePositionToJSON(placeAt(binding, pos)) as SharedPosition
  const { anchor, head } = state.selection
  return { anchor: share(anchor), head: share(head) }
}

/** Finds in `doc` what others selected; null where it is not, or not yet, here. */
export function selectionFrom(
  shared: SharedSelection,
  state: EditorState,
  doc: Node,
): { readonly anchor: number; readonly head: number } | null {
  const anchor = find(shared.anchor, state, doc)
  const head = find(shared.head, state, doc)
  return anchor === null || head === null ? null : { anchor, head }
}

function find(shared: SharedPosition, state: EditorState, { content }: Node): number | null {
  const binding = bindingOf(state)
  if (!binding) return null
  try {
    const pos = positionNow(binding, createRelativePositionFromJSON(shared))
    return pos === null || pos < 0 || pos > content.size ? null : pos
  } catch (error) {
    // It trips over blocks that the binding does not show.
    if (error instanceof TypeError) return null
    throw error
  }
}
