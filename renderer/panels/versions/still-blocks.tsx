import { createRoot } from 'react-dom/client'
import type { OptionsId, TableId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import { createMountedBlocks, type MountedBlocks } from '../../editor/node-views/mounted-blocks'
import { StillIndicators } from './StillIndicators'
import { StillOptions } from './StillOptions'

/** Draws the records of a report that is only read. */
export function stillBlocks({ indicators, options }: Report): MountedBlocks {
  const blocks = createMountedBlocks()
  blocks.mountBlock('indicator_table', (dom, id) => {
    const table = indicators.get(id as TableId)
    return draw(dom, table && <StillIndicators table={table} />)
  })
  blocks.mountBlock('options', (dom, id) => {
    const found = options.get(id as OptionsId)
    return draw(dom, found && <StillOptions options={found} />)
  })
  return blocks
}

function draw(dom: HTMLElement, block: React.ReactNode): () => void {
  const root = createRoot(dom)
  root.render(block)
  return () => queueMicrotask(() => root.unmount())
}
