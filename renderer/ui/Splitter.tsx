import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

interface SplitterProps {
  readonly label: string
  /** A vertical line is moved left and right. */
  readonly direction: 'vertical' | 'horizontal'
  /** Size in pixels of the panel that the line sizes. */
  readonly size: number
  readonly min: number
  readonly max: number
  /** 1 where the panel grows to the right or down, -1 where it grows to the left or up. */
  readonly grows: 1 | -1
  /** `done` is false while the pointer still drags. */
  readonly onSize: (size: number, done: boolean) => void
}

const step = 16

export function Splitter({ label, direction, size, min, max, grows, onSize }: SplitterProps) {
  const start = useRef<{ at: number; size: number } | null>(null)
  const along = (event: PointerEvent) => (direction === 'vertical' ? event.clientX : event.clientY)
  const within = (wanted: number) => Math.round(Math.min(max, Math.max(min, wanted)))

  function press(event: PointerEvent<HTMLDivElement>) {
    start.current = { at: along(event), size }
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.dataset['dragging'] = ''
  }
  function drag(event: PointerEvent<HTMLDivElement>) {
    const { current } = start
    if (current) onSize(within(current.size + (along(event) - current.at) * grows), false)
  }
  function release(event: PointerEvent<HTMLDivElement>) {
    if (!start.current) return
    drag(event)
    start.current = null
    delete event.currentTarget.dataset['dragging']
    onSize(size, true)
  }
  function key(event: KeyboardEvent) {
    const [less, more] = direction === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const by = event.key === more ? step : event.key === less ? -step : 0
    if (by === 0) return
    event.preventDefault()
    onSize(within(size + by * grows), true)
  }

  return (
    <div
      className={`splitter ${direction}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={key}
    />
  )
}
