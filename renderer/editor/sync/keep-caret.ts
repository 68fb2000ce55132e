import type { ResolvedPos } from 'prosemirror-model'
import { Plugin, TextSelection, type EditorState, type Selection, type Transaction } from 'prosemirror-state'
import {
  createRelativePositionFromTypeIndex,
  XmlElement,
  XmlText,
  type RelativePosition,
  type Transaction as SharedTransaction,
  type XmlFragment,
} from 'yjs'
import { bindingOf, fromEditor, isFromElsewhere, positionNow } from './binding'

interface Noted {
  readonly of: Selection
  readonly anchor: RelativePosition | null
  readonly head: RelativePosition | null
}

/**
 * Keeps the caret at its letter while a colleague types in the same paragraph. Positions alone cannot tell: of "aa" that
 * became "aaa" nobody sees which letter is new. Noted only before a change from elsewhere, and once for each place.
 */
export function keepCaret(): Plugin {
  let noted: Noted | undefined
  return new Plugin({
    view(view) {
      const binding = bindingOf(view.state)
      const note = ({ origin }: SharedTransaction): void => {
        const { selection } = view.state
        if (binding && origin !== fromEditor && noted?.of !== selection)
          noted = noteOf(selection, binding.type)
      }
      binding?.doc.on('beforeTransaction', note)
      return { destroy: () => binding?.doc.off('beforeTransaction', note) }
    },
    appendTransaction(trs, before, after) {
      if (!noted || noted.of !== before.selection || !trs.some(isFromElsewhere)) return null
      const tr = putBack(noted, before, after)
      noted = { ...noted, of: tr?.selection ?? after.selection }
      return tr
    },
  })
}

function noteOf(selection: Selection, fragment: XmlFragment): Noted {
  if (!(selection instanceof TextSelection)) return { of: selection, anchor: null, head: null }
  const { $anchor, $head, empty } = selection
  // A caret stays with the letter before it, so that what is typed next joins its word; a range does not grow.
  const side = ($pos: ResolvedPos): number => (empty || $pos.pos === selection.to ? -1 : 0)
  return {
    of: selection,
    anchor: placeOf($anchor, fragment, side($anchor)),
    head: placeOf($head, fragment, side($head)),
  }
}

function putBack({ anchor, head }: Noted, before: EditorState, after: EditorState): Transaction | null {
  const binding = bindingOf(after)
  if (!binding || !anchor || !head || isUntouched(before.selection, after.selection)) return null
  const from = positionNow(binding, anchor)
  const to = positionNow(binding, head)
  if (from === null || to === null) return null
  if (from === after.selection.anchor && to === after.selection.head) return null
  return after.tr.setSelection(TextSelection.between(after.doc.resolve(from), after.doc.resolve(to)))
}

const isUntouched = (before: Selection, after: Selection): boolean =>
  before.$anchor.parent === after.$anchor.parent && before.$head.parent === after.$head.parent

/** A place in the shared words, or null where the caret is not among words. */
function placeOf($pos: ResolvedPos, fragment: XmlFragment, side: number): RelativePosition | null {
  const block = elementAt($pos, fragment)
  if (!block || $pos.parentOffset === 0) return block && createRelativePositionFromTypeIndex(block, 0, side)
  let left = $pos.parentOffset
  let index = 0
  for (const child of block.toArray()) {
    if (child instanceof XmlText && left <= child.length)
      return createRelativePositionFromTypeIndex(child, left, side)
    left -= child instanceof XmlText ? child.length : 1
    index++
    if (left === 0) return createRelativePositionFromTypeIndex(block, index, side)
  }
  return null
}

/** The shared element of the text block that a position stands in. */
function elementAt($pos: ResolvedPos, fragment: XmlFragment): XmlElement | null {
  let at: XmlFragment | XmlElement | undefined = fragment
  for (let depth = 0; depth < $pos.depth && at; depth++) {
    const child: unknown = at.get($pos.index(depth))
    at = child instanceof XmlElement ? child : undefined
  }
  return at instanceof XmlElement && $pos.parent.isTextblock ? at : null
}
