import { GapCursor } from 'prosemirror-gapcursor'
import type { EditorState } from 'prosemirror-state'
import { AllSelection, NodeSelection, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { schema } from '../../../shared/report/schema'
import { freshSheet } from './keep-sheets'

/**
 * Writing where no paragraph is: beside a table, over a chosen block, in a report that is still empty.
 * ProseMirror would begin a heading there, the first kind of block that the schema names.
 */
export function writeAnywhere(): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        const tr = paragraphHere(view.state)
        if (!tr) return false
        view.dispatch(tr.insertText(text).scrollIntoView())
        return true
      },
      handleDOMEvents: {
        focus(view) {
          const isEmpty = view.state.doc.childCount === 0
          if (isEmpty && view.editable) view.dispatch(view.state.tr.insert(0, freshSheet()))
          return false
        },
        compositionstart(view) {
          const tr = paragraphHere(view.state)
          if (tr) view.dispatch(tr)
          return false
        },
      },
    },
  })
}

/** Makes an empty paragraph at a place where none is, with the caret in it; null where text can be written. */
export function paragraphHere(state: EditorState): Transaction | null {
  const { selection, tr, doc } = state
  const paragraph = schema.node('paragraph')
  if (doc.childCount === 0 || selection instanceof AllSelection) {
    tr.replaceWith(0, doc.content.size, freshSheet())
    return tr.setSelection(TextSelection.create(tr.doc, 2))
  }
  const isBlock = selection instanceof NodeSelection && selection.node.isBlock
  if (!isBlock && !(selection instanceof GapCursor)) return null
  const pos = isBlock ? selection.to : selection.from
  tr.insert(pos, paragraph)
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1))
}
