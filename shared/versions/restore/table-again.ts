import type { BlockId } from '../../report/ids'
import { blockIdOf, blocksOf, isIndicatorTable, isTable } from '../../report/nodes'
import type { Report } from '../../report/report'
import type { PlacedBlock } from './blocks-again'
import { intoTodaysSheets } from './into-todays-sheets'
import { placeAgain } from './place-again'
import type { Again } from './plan-restore'
import { recordsAgain } from './records-again'

/** One table where it stands today; if it is gone, behind what stood before it. */
export function tableAgain(today: Report, version: Report, table: BlockId): Again | null {
  const then = blocksOf(version.text)
  const index = then.findIndex(
    block => blockIdOf(block) === table && (isIndicatorTable(block) || isTable(block)),
  )
  const node = then[index]
  if (!node) return null
  const blocks = blocksOf(today.text).map((block): PlacedBlock => ({ node: block, today: block }))
  const here = blocks.findIndex(block => blockIdOf(block.node) === table)
  const old = blocks[here]?.node
  const again: PlacedBlock = old?.eq(node)
    ? { node: old, today: old }
    : { node, today: old?.type === node.type ? old : null }
  const at = old ? here : placeAgain(blocksOf(today.text), then, index)
  const text = intoTodaysSheets(today.text, blocks.toSpliced(at, old ? 1 : 0, again))
  return { after: recordsAgain({ ...today, text }, { today, version, back: [node] }), elsewhere: 0 }
}
