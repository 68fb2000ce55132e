import { Minus, Plus } from 'lucide-react'
import { changeZoom } from '../../state/window-state'
import { vi } from '../../wording/vi'

/** The size of the paper, in the window and in the print preview. */
export function Zoom({ zoom }: { zoom: number }) {
  return (
    <span className="zoom" role="group" aria-label={vi.status.zoom}>
      <button
        type="button"
        aria-label={vi.status.zoomOut}
        title={`${vi.status.zoomOut} (Ctrl+Alt+-)`}
        onClick={() => changeZoom(-1)}
      >
        <Minus size={13} strokeWidth={1.75} aria-hidden />
      </button>
      <button type="button" className="percent" title={vi.status.zoomReset} onClick={() => changeZoom(0)}>
        {Math.round(zoom * 100)}%
      </button>
      <button
        type="button"
        aria-label={vi.status.zoomIn}
        title={`${vi.status.zoomIn} (Ctrl+Alt+=)`}
        onClick={() => changeZoom(1)}
      >
        <Plus size={13} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  )
}
