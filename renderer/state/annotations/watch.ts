import { create } from 'zustand'
import type { Annotation } from '../../../shared/review/review'
import { colourOfMember } from '../../../shared/sync/member-colour'
import { perObject } from '../../../shared/util/per-object'
import type { ShownAnnotation } from '../../editor/review/review-places'
import { newAnnotation } from './begin'
import { noFilter, passes, type Filter } from './filter'
import { threadsOf, type Thread } from './threads'
import { useCommittee } from '../committee'
import { useDrafts } from '../drafts'
import type { ReportSession } from '../report-session'
import { reviewer, useReview } from '../review'
import { beginWithTab } from '../side-tab'

interface Threads {
  readonly filter: Filter
  /** In the order of the text. */
  readonly all: readonly Thread[]
  /** Those that pass the filter; they alone are drawn in the text. */
  readonly listed: readonly Thread[]
}

/** The threads of the open report, as the panel lists them. */
export const useThreads = create<Threads>(() => ({ filter: noFilter, all: [], listed: [] }))

export const changeFilter = (change: Partial<Filter>): void =>
  useThreads.setState(({ filter }) => ({ filter: { ...filter, ...change } }))

/** Milliseconds without a change before places are asked for again: nothing waits for it. */
const pause = 250

/** Keeps them up to date, and the text's marks with them, until the returned function is called. */
export function watchThreads(session: ReportSession): () => void {
  let timer = setTimeout(look, 0)
  const caret = followCaret(session)
  const draw = drawing(session)
  function look() {
    const { annotations } = useReview.getState()
    if (annotations.length > 0) beginWithTab('annotations')
    const { all: before, listed: listedBefore, filter } = useThreads.getState()
    const all = kept(before, threadsOf(annotations, session.text(), session.review.placeOf), isSame)
    const viewer = { self: reviewer(), unitOf }
    const listed = kept(
      listedBefore,
      all.filter(thread => passes(thread, filter, viewer)),
      (a, b) => a === b,
    )
    if (all !== before || listed !== listedBefore) useThreads.setState({ all, listed })
    draw(listed)
  }
  const later = (delay: number) => () => {
    clearTimeout(timer)
    timer = setTimeout(look, delay)
  }
  const stops = [
    session.subscribe(later(pause)),
    session.subscribe(caret),
    useReview.subscribe(later(0)),
    useDrafts.subscribe(later(0)),
    useCommittee.subscribe(later(0)),
    useThreads.subscribe(({ filter }, before) => {
      if (filter !== before.filter) later(0)()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

const unitOf = (member: string): string =>
  useCommittee.getState().ledger.members.find(({ id }) => id === member)?.unit ?? ''

const shownOf = perObject(({ id, anchor, author }: Annotation): ShownAnnotation => ({
  id,
  anchor,
  colour: colourOfMember(author),
}))

/** Tells the editors what to draw: the listed threads, and the place of the remark that is being written. */
function drawing(session: ReportSession): (listed: readonly Thread[]) => void {
  let shown: readonly ShownAnnotation[] = []
  let begun: ShownAnnotation | null = null
  return listed => {
    const anchor = useDrafts.getState().drafts[newAnnotation]?.anchor ?? null
    if (begun?.anchor !== anchor)
      begun = anchor && { id: newAnnotation, anchor, colour: colourOfMember(reviewer()) }
    const next = [...listed.map(({ annotation }) => shownOf(annotation)), ...(begun ? [begun] : [])]
    shown = kept(shown, next, (a, b) => a === b)
    session.review.show(shown)
  }
}

/** The caret that comes into annotated words chooses their thread; leaving them changes nothing. */
function followCaret(session: ReportSession): () => void {
  let here = session.review.atCaret()
  return () => {
    const now = session.review.atCaret()
    if (now === here) return
    here = now
    const chosen = session.review.chosen()
    const [narrowest] = now.filter(id => id !== newAnnotation)
    if (narrowest !== undefined && (chosen === null || !now.includes(chosen)))
      session.review.choose(narrowest)
  }
}

const isSame = (a: Thread, b: Thread): boolean =>
  a.annotation === b.annotation &&
  a.state === b.state &&
  a.order === b.order &&
  a.within === b.within &&
  a.headings.join() === b.headings.join()

/** The list as it was where nothing in it is another; else with what stayed the same as it was. */
function kept<Each>(
  before: readonly Each[],
  now: readonly Each[],
  isSameEach: (a: Each, b: Each) => boolean,
): readonly Each[] {
  const next = now.map((each, index) => {
    const was = before[index]
    return was !== undefined && isSameEach(was, each) ? was : each
  })
  return next.length === before.length && next.every((each, index) => each === before[index]) ? before : next
}
