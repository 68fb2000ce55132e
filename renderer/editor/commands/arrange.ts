import { Fragment, type Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import { arranged } from '../plugins/keep-sheets'
import { selectionAt, selectionSpots } from '../queries/spots'
import { changedSheets, sheetsBetween } from '../sync/changed-sheets'

/** Puts the report's blocks into another order of sheets; the caret stays in its block. */
export function arrange(state: EditorState, sheets: readonly Node[]): Transaction {
  const after = state.doc.copy(Fragment.fromArray(sheets.filter(sheet => sheet.childCount > 0)))
  const { first, newEnd, from, oldTo } = changedSheets(state.doc, after)
  const { tr } = state
  tr.replaceWith(from, oldTo, sheetsBetween(after, first, newEnd))
  const selection = selectionAt(tr.doc, selectionSpots(state))
  if (selection) tr.setSelection(selection)
  return arranged(tr).scrollIntoView()
}
