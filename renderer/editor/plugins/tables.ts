import { Plugin, type PluginSpec, type EditorState, type Transaction } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { newBlockId } from '../../../shared/report/ids'
import { isCell } from '../../../shared/report/nodes'
import { schema } from '../../../shared/report/schema'
import { changedSheets, sheetsBetween } from '../sync/changed-sheets'
import { isFromElsewhere } from '../sync/binding'

/**
 * Selecting, moving and pasting in general tables. After a colleague's change nothing is repaired: two windows
 * that both repair one table add cells in answer to each other without end (prosemirror-tables #249).
 */
export function tables(): Plugin {
  const spec = tableEditing().spec as PluginSpec<unknown>
  const repair = spec.appendTransaction
  return new Plugin({
    ...spec,
    appendTransaction(trs, before, after) {
      if (trs.some(isFromElsewhere)) return null
      return repair?.call(this, trs, before, after)
    },
  })
}

/** New or emptied cells get a paragraph, so that a caret can stand in them. */
export function writableCells(): Plugin {
  return new Plugin({
    appendTransaction(trs, before, after) {
      if (before.doc === after.doc || trs.some(isFromElsewhere)) return null
      return fillCells(before, after)
    },
  })
}

function fillCells(before: EditorState, after: EditorState): Transaction | null {
  const { first, newEnd, from } = changedSheets(before.doc, after.doc)
  const empty: number[] = []
  let sheetPos = from
  for (const sheet of sheetsBetween(after.doc, first, newEnd)) {
    const start = sheetPos + 1
    sheet.descendants((node, pos) => {
      if (isCell(node) && node.childCount === 0) empty.push(start + pos + 1)
      return !node.isTextblock
    })
    sheetPos += sheet.nodeSize
  }
  const { tr } = after
  for (const pos of empty.reverse()) tr.insert(pos, schema.node('paragraph', { id: newBlockId() }))
  return tr.docChanged ? tr : null
}
