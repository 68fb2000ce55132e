import { useEffect, useRef } from 'react'
import type { Anchor } from '../../shared/review/anchor'
import type { ReportSession } from './report-session'
import { openTab, useSideTab } from './side-tab'

/** Takes the person to where a proposal or change stands, or stood; without `focus` it is only brought into view. */
export function goToAnchor(session: ReportSession, anchor: Anchor, focus: boolean): boolean {
  const place = session.review.find(anchor)
  const spot = place.kind === 'detached' ? place.near : place.at
  return spot ? session.review.goToSpot(spot, { focus }) : false
}

let listener: ((by: 1 | -1) => void) | null = null
/** A step that was asked for before the panel was there. */
let waiting: 1 | -1 | null = null

/** The panel that lists proposals hears the keys that step through them. */
export function useProposalSteps(step: (by: 1 | -1) => void): void {
  const last = useRef(step)
  useEffect(() => {
    last.current = step
  })
  useEffect(() => {
    listener = by => last.current(by)
    if (waiting !== null) listener(waiting)
    waiting = null
    return () => {
      listener = null
    }
  }, [])
}

/** The next or previous proposal, from wherever the person is; opens the panel. */
export function stepProposals(by: 1 | -1): void {
  if (listener && useSideTab.getState().tab === 'proposals') {
    listener(by)
    return
  }
  waiting = by
  openTab('proposals')
}
