import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Doc, XmlFragment } from 'yjs'
import type { Closed } from '../../../shared/permissions/closed'
import type { Place } from '../place'
import { hasMisfits, isFromElsewhere } from '../sync/binding'
import { closedEdit } from './closed-edit'
import { rightsOf, type Rights } from './rights'

/** Turns away edits of the text where the person may not write: typing, pasting, dragging, commands alike. */
export const limitEdits = (rights: Rights): Plugin =>
  filter(rights, (before, after) => closedInText(rights, before, after))

function closedInText(rights: Rights, before: Node, after: Node): Closed | undefined {
  const permissions = rights.permissions()
  return permissions ? closedEdit(before, after, permissions) : undefined
}

/** The same in a note or a wording: all of it is closed, or nothing. */
export function limitRecord({ doc }: XmlFragment, place: Place): Plugin {
  if (!doc) throw new RangeError('The fragment is not part of a document')
  const rights = rightsOf(doc)
  const id = place.kind === 'note' ? place.id : place.kind === 'wording' ? place.optionsId : ''
  return filter(rights, () => rights.closedRecord(id))
}

/**
 * The same answer before an edit that stores records as well: they would be left behind where the edit of the text is
 * turned away. The person is told.
 */
export function mayEdit(body: Doc, before: Node, after: Node): boolean {
  const rights = rightsOf(body)
  const closed = closedInText(rights, before, after)
  if (closed) rights.refuse(closed)
  return closed === undefined
}

type Decide = (before: Node, after: Node) => Closed | undefined

function filter(rights: Rights, decide: Decide): Plugin {
  let shown: EditorView | undefined
  return new Plugin({
    props: { editable: () => !rights.isReader() },
    view(view) {
      shown = view
      // Has the view ask anew whether it can be edited.
      return { destroy: rights.onChange(() => view.setProps({})) }
    },
    filterTransaction(tr, state) {
      if (!tr.docChanged || isFromElsewhere(tr) || hasMisfits(state)) return true
      // Ours complete an edit that was let through: they give a pasted copy its own id, which until then is a locked one's.
      if (shown && state !== shown.state) return true
      const closed = decide(state.doc, tr.doc)
      if (closed) rights.refuse(closed)
      return closed === undefined
    },
  })
}
