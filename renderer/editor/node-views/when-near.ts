/** How far from the screen an element counts as near. Pixels; about two screens of scrolling. */
const near = 2000

const comes = new WeakMap<Element, () => void>()
// One for all: the browser goes through every watcher in every frame.
let watch: IntersectionObserver | undefined

/** Calls `come` once the element is on the screen or near it; returns how to stop watching. */
export function whenNear(element: Element, come: () => void): () => void {
  watch ??= new IntersectionObserver(
    entries => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) comes.get(target)?.()
    },
    // Of the scrolled paper, not of the window: a margin of the root would end at the paper's edge.
    { scrollMargin: `${near}px` } as IntersectionObserverInit,
  )
  comes.set(element, come)
  watch.observe(element)
  return () => {
    comes.delete(element)
    watch?.unobserve(element)
  }
}
