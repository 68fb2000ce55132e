import type { Node } from 'prosemirror-model'
import { NodeSelection, type Command } from 'prosemirror-state'
import { newOptionsId, newTableId, type TableId } from '../../../shared/report/ids'
import { schema } from '../../../shared/report/schema'
import type { Desk } from '../desk'
import { blockHere } from '../queries/block-at'
import { addIndicatorTable, newIndicatorTable } from '../records/indicators'
import { addOptions, newOptions } from '../records/options'

/** Puts an indicator table with one empty row behind the block at the caret, in one step. */
export const insertIndicators = ({ body, history }: Desk): Command =>
  insertObject(history.oneStep, () => {
    const table = newIndicatorTable(newTableId())
    addIndicatorTable(body, table)
    return schema.node('indicator_table', { id: table.id })
  })

/** Puts a table whose block is gone, but whose records are not, behind the block at the caret. */
export const placeIndicators = ({ history }: Desk, id: TableId): Command =>
  insertObject(history.oneStep, () => schema.node('indicator_table', { id }))

/** Puts two empty wordings to choose from behind the block at the caret, in one step. */
export const insertOptions = ({ body, history }: Desk, name: string): Command =>
  insertObject(history.oneStep, () => {
    const options = newOptions(newOptionsId(), name)
    addOptions(body, options)
    return schema.node('options', { id: options.id })
  })

function insertObject(oneStep: Desk['history']['oneStep'], make: () => Node): Command {
  return (state, dispatch) => {
    const block = blockHere(state)
    if (!block) return false
    if (dispatch)
      oneStep(() => {
        const tr = state.tr.insert(block.to, make())
        dispatch(tr.setSelection(NodeSelection.create(tr.doc, block.to)).scrollIntoView())
      })
    return true
  }
}
