import { createRoot } from 'react-dom/client'
import type { OptionsId, TableId } from '../../../shared/report/ids'
import type { ReportSession } from '../../state/report-session'
import { SessionProvider } from '../../state/use-session'
import { IndicatorBlock } from '../indicators/IndicatorBlock'
import { OptionsInText } from '../options/OptionsInText'

/** Tells the editor who draws the blocks whose content is records. Before the text is mounted. */
export function mountBlocks(session: ReportSession): void {
  session.blocks.mountBlock('indicator_table', (dom, id) =>
    draw(session, dom, <IndicatorBlock id={id as TableId} />),
  )
  session.blocks.mountBlock('options', (dom, id) =>
    draw(session, dom, <OptionsInText id={id as OptionsId} />),
  )
}

function draw(session: ReportSession, dom: HTMLElement, block: React.ReactNode): () => void {
  const root = createRoot(dom)
  root.render(<SessionProvider value={session}>{block}</SessionProvider>)
  // The editor may take a block away while React draws; React refuses to unmount just then.
  return () => queueMicrotask(() => root.unmount())
}
