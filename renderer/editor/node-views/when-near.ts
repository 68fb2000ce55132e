/** How far from the screen an element counts as near. Pixels; about two screens of scrolling. */
const near = 2000

/** Calls `come` once the element is on the screen or near it; returns how to stop watching. */
export function whenNear(element: Element, come: () => void): () => void {
  const watch = new IntersectionObserver(
    entries => {
      if (entries.some(entry => entry.isIntersecting)) come()
    },
    // Of the scrolled paper, not of the window: a margin of the root would end at the paper's edge.
    { scrollMargin: `${near}px` } as IntersectionObserverInit,
  )
  watch.observe(element)
  return () => watch.disconnect()
}
