import { useEffect, useRef, type RefObject } from 'react'
import { useWanted, want } from '../../../state/annotations/begin'

interface ShowChosen {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly chosenAt: number
  readonly chosen: string | null
  readonly scrollTo: (index: number, options: { align: 'auto' }) => void
}

/** Brings the chosen card into view, and gives it the focus where that was asked for. */
export function useShowChosen({ scroller, chosenAt, chosen, scrollTo }: ShowChosen): void {
  const wanted = useWanted(state => state.wanted)
  const now = useRef({ chosenAt, scrollTo })
  useEffect(() => {
    now.current = { chosenAt, scrollTo }
  })
  useEffect(() => {
    if (chosen !== null && now.current.chosenAt >= 0)
      now.current.scrollTo(now.current.chosenAt, { align: 'auto' })
  }, [chosen])
  useEffect(() => {
    if (wanted?.kind !== 'card' || wanted.id !== chosen) return
    const card = scroller.current?.querySelector<HTMLElement>(`[data-thread="${wanted.id}"]`)
    if (!card) return
    card.focus({ preventScroll: true })
    want(null)
  }, [scroller, wanted, chosen])
}
