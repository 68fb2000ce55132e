import type { Node } from 'prosemirror-model'
import type { OptionsId, TableId } from '../../../shared/report/ids'
import { forEachBlock, isIndicatorTable, isOptions } from '../../../shared/report/nodes'

/** Position before the block that shows these records, or null where the text no longer has it. */
export function blockPos(text: Node, id: TableId | OptionsId): number | null {
  let found: number | null = null
  forEachBlock(text, (block, pos) => {
    if ((isIndicatorTable(block) || isOptions(block)) && block.attrs['id'] === id) found = pos
  })
  return found
}
