import { useEffect, type RefObject } from 'react'
import { create } from 'zustand'
import type { NoteId } from '../../../shared/report/ids'
import type { ReportSession } from '../../state/report-session'

/** Notes whose marks are on the visible part of the paper, in order; the pane follows them. */
export const useNotesInView = create<{ readonly ids: readonly NoteId[] }>(() => ({ ids: [] }))

/** Milliseconds of rest after which the pane follows: nothing moves while the paper still does. */
const rest = 120

/** Keeps the list up to date with a scrolled paper. */
export function useWatchedNotes(scroller: RefObject<HTMLElement | null>, session: ReportSession): void {
  useEffect(() => {
    const frame = scroller.current
    if (!frame) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => show(marksIn(frame, session.editor()?.dom)), rest)
    }
    let known = session.notes()
    const stop = session.subscribe(() => {
      if (known === session.notes()) return
      known = session.notes()
      soon()
    })
    const sizes = new ResizeObserver(soon)
    sizes.observe(frame)
    frame.addEventListener('scroll', soon, { passive: true })
    return () => {
      clearTimeout(timer)
      stop()
      sizes.disconnect()
      frame.removeEventListener('scroll', soon)
      show([])
    }
  }, [scroller, session])
}

function show(ids: readonly NoteId[]): void {
  const { ids: known } = useNotesInView.getState()
  if (ids.join() !== known.join()) useNotesInView.setState({ ids })
}

/** Looks only into sheets that are in view: asking for a place within one that is not would lay it out. */
function marksIn(frame: HTMLElement, text: HTMLElement | undefined): NoteId[] {
  if (!text) return []
  const { top, bottom } = frame.getBoundingClientRect()
  const sheets = [...text.children]
  const ids: NoteId[] = []
  for (let index = firstBelow(sheets, top); index < sheets.length; index++) {
    const sheet = sheets[index]
    if (!sheet || sheet.getBoundingClientRect().top > bottom) break
    for (const mark of sheet.querySelectorAll<HTMLElement>('sup[data-note]')) {
      const box = mark.getBoundingClientRect()
      if (box.bottom > top && box.top < bottom) ids.push(mark.dataset['note'] as NoteId)
    }
  }
  return ids
}

/** The first sheet that reaches below `top`, by halving. */
function firstBelow(sheets: readonly Element[], top: number): number {
  let from = 0
  let to = sheets.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sheets[middle]?.getBoundingClientRect().bottom ?? top + 1) > top) to = middle
    else from = middle + 1
  }
  return from
}
