/** The regions of the window in the order of F6. Marked in the page with data-region. */
const order = ['top', 'tools', 'find', 'outline', 'paper', 'version', 'notes', 'review', 'status']
const stops = '.ProseMirror, button:not(:disabled), input, select:not(:disabled), textarea, [tabindex="0"]'

/** Moves the focus to the next region, or the one before; regions that are closed are passed over. */
export function goToRegion(step: 1 | -1): void {
  const regions = order.flatMap(name => document.querySelector<HTMLElement>(`[data-region="${name}"]`) ?? [])
  const here = regions.findIndex(region => region.contains(document.activeElement))
  for (let count = 1; count <= regions.length; count++) {
    const next = regions[(here + count * step + regions.length * 2) % regions.length]
    const stop = next && firstStop(next)
    if (!stop) continue
    stop.focus()
    return
  }
}

/** The text itself where there is one: F6 into the paper is for writing, not for its header. */
const firstStop = (region: HTMLElement): HTMLElement | null =>
  region.querySelector<HTMLElement>('.report-text, [role="tree"]') ?? region.querySelector<HTMLElement>(stops)
