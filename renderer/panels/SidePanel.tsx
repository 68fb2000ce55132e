import type { ReactNode } from 'react'
import { useSideOpen, type Side } from '../state/sides'
import { changeSettings, useWindow } from '../state/window-state'
import { Splitter } from '../ui/Splitter'
import { vi } from '../wording/vi'

interface SidePanelProps {
  readonly side: Side
  /** What stands on the strip that is left of a folded panel. */
  readonly strip: ReactNode
  readonly children: ReactNode
}

const shapes = {
  outline: { width: 'outlineWidth', min: 200, grows: 1 },
  review: { width: 'reviewWidth', min: 240, grows: -1 },
} as const

/** A panel beside the paper, with the line that sizes it; folded, a strip that opens it. */
export function SidePanel({ side, strip, children }: SidePanelProps) {
  const shape = shapes[side]
  const open = useSideOpen(side)
  const width = useWindow(state => state.settings[shape.width])
  const isLeft = shape.grows > 0
  if (!open)
    return (
      <div className={isLeft ? 'strip left' : 'strip'} data-region={side}>
        {strip}
      </div>
    )
  const Landmark = isLeft ? 'nav' : 'aside'
  const panel = (
    <Landmark
      key="panel"
      className={`panel ${side}`}
      data-region={side}
      aria-label={vi.regions[side]}
      style={{ width }}
    >
      {children}
    </Landmark>
  )
  const line = (
    <Splitter
      key="line"
      label={vi.splitters[side]}
      direction="vertical"
      size={width}
      {...{ min: shape.min, max: 600, grows: shape.grows }}
      onSize={size => changeSettings({ [shape.width]: size })}
    />
  )
  return isLeft ? [panel, line] : [line, panel]
}
