import { useEffect, useRef, useState } from 'react'
import { vi } from '../../wording/vi'
import type { PdfPages } from './pdf-pages'

interface PagesProps {
  readonly pages: PdfPages
  readonly zoom: number
}

/** All pages as sheets; only those in view and beside it are drawn. */
export function PreviewPages({ pages, zoom }: PagesProps) {
  return Array.from({ length: pages.count }, (_, index) => (
    <Page key={index} index={index} pages={pages} zoom={zoom} />
  ))
}

function Page({ index, pages, zoom }: PagesProps & { readonly index: number }) {
  const frame = useRef<HTMLDivElement>(null)
  const near = useNear(frame)
  useEffect(() => {
    const sheet = frame.current
    if (!near || !sheet) {
      sheet?.replaceChildren()
      return undefined
    }
    let isWanted = true
    pages
      .draw(index, zoom)
      // What was drawn before stays until now, so that setting the pages anew does not flicker.
      .then(canvas => isWanted && sheet.replaceChildren(canvas))
      // A page that is no longer wanted was taken from under the drawing.
      .catch((error: unknown) => isWanted && reportError(error))
    return () => {
      isWanted = false
    }
  }, [near, pages, index, zoom])
  return (
    <div
      ref={frame}
      className="preview-page"
      role="img"
      aria-label={vi.preview.pageOf(index + 1, pages.count)}
      style={{ width: pages.width * zoom, height: pages.height * zoom }}
    />
  )
}

/** Whether it is in view or less than a window away. */
function useNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!element.current) return undefined
    const watch = new IntersectionObserver(entries => setNear(entries.some(entry => entry.isIntersecting)), {
      root: element.current.parentElement,
      rootMargin: '100% 0px',
    })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [element])
  return near
}
