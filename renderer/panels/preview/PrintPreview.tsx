import { ChevronDown, ChevronUp, FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { sectionHere } from '../../state/section-here'
import { useSession } from '../../state/use-session'
import { showDialog, useWindow } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { Zoom } from '../status/Zoom'
import { PageField } from './PageField'
import { PreviewPages } from './PreviewPages'
import { usePages } from './use-pages'
import { usePreview } from './use-preview'

/** The report page by page, exactly as its PDF: made by the same hands as the export. */
export function PrintPreview() {
  const session = useSession()
  const { pages, busy, failure, again } = usePreview(session)
  const zoom = useWindow(state => state.settings.zoom)
  const scroller = useRef<HTMLDivElement>(null)
  const count = pages?.count ?? 0
  const { page, goTo } = usePages(scroller, count)
  const [section] = useState(() =>
    session.outline().items.findIndex(item => item.id === sectionHere(session)),
  )
  const start = pages?.sectionPages[section]
  // The page of the section that the person came from; pages set anew do not move what is being read.
  const begun = useRef(false)
  useEffect(() => {
    if (!pages || begun.current) return
    begun.current = true
    if (start) goTo(start)
  }, [pages, start, goTo])
  return (
    <Dialog title={vi.preview.title} closeLabel={vi.close} size="whole" onClose={() => showDialog(null)}>
      <div className="preview-bar" role="toolbar" aria-label={vi.preview.tools}>
        <ToolButton
          icon={ChevronUp}
          label={vi.preview.previous}
          disabled={page <= 0}
          onClick={() => goTo(page - 1)}
        />
        <ToolButton
          icon={ChevronDown}
          label={vi.preview.next}
          disabled={page >= count - 1}
          onClick={() => goTo(page + 1)}
        />
        <PageField page={page} count={count} onGo={goTo} />
        <span className="grow" role="status">
          {busy && pages && vi.preview.settingAgain}
        </span>
        <Zoom zoom={zoom} />
        <Button icon={FileDown} onClick={() => showDialog('export')}>
          {vi.top.export}
        </Button>
      </div>
      <div ref={scroller} className="preview-scroll" tabIndex={0} data-first aria-label={vi.preview.pages}>
        {failure !== null && (
          <Notice kind="bad" title={vi.preview.failed}>
            <p>{failure}</p>
            <p>
              <Button size="small" onClick={again}>
                {vi.preview.again}
              </Button>
            </p>
          </Notice>
        )}
        {!pages && failure === null && <p className="preview-wait">{vi.preview.setting}</p>}
        {pages && <PreviewPages pages={pages} zoom={zoom} />}
      </div>
    </Dialog>
  )
}
