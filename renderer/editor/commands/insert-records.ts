import type { Node } from 'prosemirror-model'
import { NodeSelection, type Command } from 'prosemirror-state'
import { newOptionsId, newTableId, type TableId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import type { Desk } from '../desk'
import { blockHere } from '../queries/block-at'
import { addIndicatorTable, newIndicatorTable } from '../records/indicators'
import { addOptions, newOptions } from '../records/options'
import { mayEdit } from '../rights/limit-edits'

/** Puts an indicator table with one empty row behind the block at the caret, in one step. */
export const insertIndicators = (desk: Desk): Command =>
  insertObject(desk, () => {
    const table = newIndicatorTable(newTableId())
    return {
      node: schema.node('indicator_table', { id: table.id }),
      store: () => addIndicatorTable(desk.body, table),
    }
  })

/** Puts a table whose block is gone, but whose records are not, behind the block at the caret. */
export const placeIndicators = (desk: Desk, id: TableId): Command =>
  insertObject(desk, () => ({ node: schema.node('indicator_table', { id }), store: () => undefined }))

/** Puts two empty wordings to choose from behind the block at the caret, in one step. */
export const insertOptions = (desk: Desk, name: string): Command =>
  insertObject(desk, () => {
    const options = newOptions(newOptionsId(), name)
    return { node: schema.node('options', { id: options.id }), store: () => addOptions(desk.body, options) }
  })

interface Made {
  readonly node: Node
  readonly store: () => void
}

function insertObject({ body, history }: Desk, make: () => Made): Command {
  return (state, dispatch) => {
    const block = blockHere(state)
    if (!block) return false
    const { node, store } = make()
    const tr = state.tr.insert(block.to, node)
    if (dispatch && mayEdit(body, state.doc, tr.doc))
      history.oneStep(() => {
        store()
        dispatch(tr.setSelection(NodeSelection.create(tr.doc, block.to)).scrollIntoView())
      })
    return true
  }
}
