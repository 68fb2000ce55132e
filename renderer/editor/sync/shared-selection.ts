import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from 'y-prosemirror'
import { createRelativePositionFromJSON, relativePositionToJSON, type RelativePosition } from 'yjs'
import type { SharedPosition } from '../../../shared/sync/presence'
import { bindingOf } from './binding'

/** A selection as other computers can find it, whatever was written around it meanwhile. */
export interface SharedSelection {
  readonly anchor: SharedPosition
  readonly head: SharedPosition
}

/** Null where the editor is bound to nothing shared. */
export function sharedSelection(state: EditorState): SharedSelection | null {
  const binding = bindingOf(state)
  if (!binding) return null
  const { type, mapping } = binding
  const share = (pos: number): SharedPosition => {
    const shared = absolutePositionToRelativePosition(pos, type, mapping as never) as RelativePosition
    return relativePositionToJSON(shared) as SharedPosition
  }
  const { anchor, head } = state.selection
  return { anchor: share(anchor), head: share(head) }
}

/**
 * Finds in `doc` what others selected; null where it is not, or not yet, here. To be called where `doc` says what
 * the shared document says: in answer to a change that came from there, not within one that goes there.
 */
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
  const position = createRelativePositionFromJSON(shared)
  try {
    const pos = relativePositionToAbsolutePosition(
      binding.doc,
      binding.type,
      position,
      binding.mapping as never,
    )
    return pos === null || pos < 0 || pos > content.size ? null : pos
  } catch (error) {
    // It trips over blocks that the binding does not show.
    if (error instanceof TypeError) return null
    throw error
  }
}
