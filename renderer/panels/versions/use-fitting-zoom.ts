import { useEffect, type RefObject } from 'react'
import { useBeside } from '../../state/beside'
import { useWindow } from '../../state/window-state'

/** CSS pixels in a millimetre of paper. */
const perMillimetre = 96 / 25.4
/** Margins of the paper's place and its scroll bar, in pixels. */
const around = 36
const smallest = 0.4

/**
 * The zoom at which a paper of this width (mm) fits into its half of the window, at most the one that the person chose;
 * today's paper takes it over for as long as the other stands beside it.
 */
export function useFittingZoom(place: RefObject<HTMLElement | null>, width: number): number {
  const wanted = useWindow(state => state.settings.zoom)
  const fitting = useBeside(state => state.zoom)
  useEffect(() => {
    const element = place.current
    if (!element) return undefined
    const measure = (): void => {
      const zoom = (element.clientWidth - around) / (width * perMillimetre)
      useBeside.setState({ zoom: Math.max(smallest, Math.round(zoom * 100) / 100) })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [place, width])
  return Math.min(wanted, fitting ?? wanted)
}
