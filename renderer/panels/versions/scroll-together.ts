import { placeNow, showPlace, type Scrolled } from './place-on-paper'

/** Keeps the same section at the upper edge of two papers, whichever is scrolled, until the returned function is called. */
export function scrollTogether(one: Scrolled, other: Scrolled): () => void {
  /** Where each was scrolled to from here: that is no movement to follow. */
  const led = new Map<HTMLElement, number>()
  let frame = 0
  const follow = (from: Scrolled, to: Scrolled) => (): void => {
    const { scrollTop } = from.scroller
    if (Math.abs((led.get(from.scroller) ?? -1) - scrollTop) < 2) return
    led.delete(from.scroller)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => bring(from, to, led))
  }
  const [there, back] = [follow(one, other), follow(other, one)]
  one.scroller.addEventListener('scroll', there, { passive: true })
  other.scroller.addEventListener('scroll', back, { passive: true })
  bring(one, other, led)
  return () => {
    cancelAnimationFrame(frame)
    one.scroller.removeEventListener('scroll', there)
    other.scroller.removeEventListener('scroll', back)
  }
}

function bring(from: Scrolled, to: Scrolled, led: Map<HTMLElement, number>): void {
  const place = placeNow(from)
  if (place) showPlace(to, place, from.view.state.doc)
  else to.scroller.scrollTop = from.scroller.scrollTop
  led.set(to.scroller, to.scroller.scrollTop)
}
