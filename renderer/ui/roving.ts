import type { KeyboardEvent } from 'react'

/**
 * Arrow keys within a tool bar: one stop for Tab, left and right inside (WAI-ARIA toolbar). Put it on the bar;
 * the bar's buttons and selects are found by what they are.
 */
export function moveInToolBar(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by === undefined || event.target instanceof HTMLInputElement) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), select')]
  const here = stops.indexOf(document.activeElement as HTMLElement)
  if (here < 0) return
  event.preventDefault()
  stops[(here + by + stops.length) % stops.length]?.focus()
}
