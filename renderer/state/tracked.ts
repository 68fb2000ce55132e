import { create } from 'zustand'
import type { Report } from '../../shared/report/report'
import type { TrackedChange } from '../../shared/review/review'
import { colourOfMember } from '../../shared/sync/member-colour'
import { drawTracked, type ProposalMark } from '../editor/review/proposal-marks'
import { trackedStanding, type TrackedStanding } from '../editor/review/tracked-places'
import { samePlace } from '../editor/place'
import { vi } from '../wording/vi'
import { attempt } from './attempt'
import { posOfAnchor } from './proposal-order'
import { useProposals } from './proposals'
import { createIdleWork } from './report/idle-work'
import type { ReportSession } from './report-session'
import { addRecords, useReview } from './review'

export interface Tracked {
  readonly change: TrackedChange
  readonly standing: TrackedStanding
  readonly pos: number
}

/** Tracked changes that nobody has looked at, and that are changes still; in the order of the text. */
export const useTracked = create<{ readonly list: readonly Tracked[] }>(() => ({ list: [] }))

const pause = 400

/** Keeps the list and its drawing as the review and the report have them, until the returned function is called. */
export function watchTracked(session: ReportSession): () => void {
  let looked: Report | null = null
  let known: readonly TrackedChange[] = []
  const work = createIdleWork(pause, () => {
    const index = session.review.index()
    const { tracked } = useReview.getState()
    const list: Tracked[] = []
    const one = (change: TrackedChange): void => {
      const standing = change.settled === null ? trackedStanding(change, index) : null
      if (standing) list.push({ change, standing, pos: posOfAnchor(change.anchor, index) })
    }
    const finish = (): void => {
      if (session.report() !== index.report) {
        work.soon()
        return
      }
      useTracked.setState({ list: list.sort((a, b) => a.pos - b.pos) })
      if (draw(session)) [looked, known] = [index.report, tracked]
      else work.soon()
    }
    return [...tracked.map(change => () => one(change)), finish]
  })
  const look = (): void => {
    const { tracked } = useReview.getState()
    if (tracked !== known) work.now()
    else if (tracked.length > 0 && looked !== session.report()) work.soon()
  }
  const stops = [
    session.subscribe(look),
    useReview.subscribe(look),
    useProposals.subscribe(({ chosen }, before) => {
      if (chosen !== before.chosen) draw(session)
    }),
    work.stop,
    () => useTracked.setState({ list: [] }),
  ]
  work.now()
  return () => stops.forEach(stop => stop())
}

function draw(session: ReportSession): boolean {
  const { list } = useTracked.getState()
  const { chosen } = useProposals.getState()
  return session
    .editors()
    .map(({ view, place }) => {
      const here = list.filter(({ standing }) => standing.place && samePlace(standing.place, place))
      return drawTracked(
        view,
        here.flatMap(each => marksOf(each, chosen)),
      )
    })
    .every(Boolean)
}

/** A change may have several spans; each is drawn under a name of its own. */
const marksOf = ({ change, standing }: Tracked, chosen: string | null): ProposalMark[] =>
  standing.spans.map((span, at) => ({
    ...span,
    id: at === 0 ? change.id : `${change.id} ${at}`,
    kind: 'tracked',
    label: vi.proposals.tracking.change,
    colour: colourOfMember(change.author),
    isChosen: change.id === chosen,
  }))

/** The change stays; it is no longer shown. */
export const keepChange = ({ id, audience }: TrackedChange): Promise<unknown> =>
  attempt(() => addRecords(audience, [{ kind: 'change.settled', of: id, kept: true }]))

/** Takes the change back by an edit of one's own; undo brings it back, tracked as before. */
export async function takeBack(session: ReportSession, { change, standing }: Tracked): Promise<void> {
  if (!session.carryOut(standing.back)) return
  const { id, audience, anchor, was, after } = change
  const settle = () => attempt(() => addRecords(audience, [{ kind: 'change.settled', of: id, kept: false }]))
  session.history.tie({
    takeBack: () =>
      void attempt(() => addRecords(audience, [{ kind: 'change.tracked', anchor, was, after }])),
    // What was tracked anew says nothing once the words are as they were.
    doAgain: () => undefined,
  })
  await settle()
}
