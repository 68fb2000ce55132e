import { useLayoutEffect } from 'react'
import { create } from 'zustand'
import { bookOf } from '../../shared/approvals/approvers'
import { sectionStates, type OpenCounts, type SectionStatus } from '../../shared/approvals/section-states'
import { openCounts } from '../../shared/board/open-counts'
import type { BlockId } from '../../shared/report/ids'
import { placesIn } from '../../shared/review/places'
import { useCommittee } from './committee'
import type { ReportSession } from './report-session'
import { useReview } from './review'
import { useSession } from './use-session'

type States = ReadonlyMap<BlockId, SectionStatus>

interface Approvals {
  readonly states: States
  /** False in the first moments of a report. */
  readonly isKnown: boolean
}
const unknown: Approvals = { states: new Map(), isKnown: false }

/** Where every section of the open report stands, worked out after each pause. */
export const useApprovals = create<Approvals>(() => unknown)

/** For whatever shows states, saves or prints them: there at once, also in the first moments. */
export function useStates(): States {
  const session = useSession()
  const { states, isKnown } = useApprovals()
  useLayoutEffect(() => {
    if (!isKnown) workOut(session)
  }, [session, isKnown])
  return states
}

/** Milliseconds without a change before it is worked out again: nothing is drawn with every key. */
const pause = 500
const nothingOpen: OpenCounts = { threads: 0, proposals: 0 }

/** Keeps the states up to date until the returned function is called. */
export function watchApprovals(session: ReportSession): () => void {
  const look = () => workOut(session)
  let timer = setTimeout(look, 100)
  const soon = (delay: number) => () => {
    clearTimeout(timer)
    timer = setTimeout(look, delay)
  }
  let ledger = useCommittee.getState().ledger
  const stops = [
    session.subscribe(soon(pause)),
    useReview.subscribe(soon(50)),
    useCommittee.subscribe(next => {
      if (next.ledger === ledger) return
      ledger = next.ledger
      soon(0)()
    }),
  ]
  return () => {
    clearTimeout(timer)
    stops.forEach(stop => stop())
    useApprovals.setState(unknown)
  }
}

function workOut(session: ReportSession): void {
  const { states: before, isKnown } = useApprovals.getState()
  const states = keepEqual(before, statesNow(session))
  if (states !== before || !isKnown) useApprovals.setState({ states, isKnown: true })
}

/** Where every section stands at this moment: for whoever is about to decide something. */
export function statesNow(session: ReportSession): States {
  const open = openCounts(useReview.getState(), placesIn(session.text()))
  const book = bookOf(useCommittee.getState().ledger)
  return sectionStates(session.report(), book, section => open.get(section) ?? nothingOpen)
}

/** The statuses that say the same stay the same, so a row that shows one has nothing to draw. */
function keepEqual(before: States, now: States): States {
  let isSame = before.size === now.size
  const kept = new Map<BlockId, SectionStatus>()
  for (const [id, status] of now) {
    const old = before.get(id)
    const equal = old && JSON.stringify(old) === JSON.stringify(status) ? old : status
    if (equal !== old) isSame = false
    kept.set(id, equal)
  }
  return isSame ? before : kept
}
