import { useCallback, useEffect, useState, type RefObject } from 'react'

/** Which page (from 0) a scrolled pile of them shows, and how to go to another. */
export function usePages(scroller: RefObject<HTMLElement | null>, count: number) {
  const [page, setPage] = useState(0)
  useEffect(() => {
    const pile = scroller.current
    if (!pile) return undefined
    const hear = () => setPage(pageAt(pile))
    hear()
    pile.addEventListener('scroll', hear, { passive: true })
    return () => pile.removeEventListener('scroll', hear)
  }, [scroller, count])
  const goTo = useCallback(
    (wanted: number) => sheetsIn(scroller.current)[wanted]?.scrollIntoView({ block: 'start' }),
    [scroller],
  )
  return { page: Math.min(page, Math.max(0, count - 1)), goTo }
}

const sheetsIn = (pile: HTMLElement | null): readonly HTMLElement[] => [
  ...(pile?.querySelectorAll<HTMLElement>('.preview-page') ?? []),
]

/** The page that reaches over the upper third of the window. */
function pageAt(pile: HTMLElement): number {
  const line = pile.getBoundingClientRect().top + pile.clientHeight / 3
  const sheets = sheetsIn(pile)
  const found = sheets.findIndex(sheet => sheet.getBoundingClientRect().bottom > line)
  return found < 0 ? Math.max(0, sheets.length - 1) : found
}
