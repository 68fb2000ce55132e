import type { ReportSession } from '../report-session'
import { openTab } from '../side-tab'
import { want } from './begin'
import { useThreads } from './watch'

/** Marks a thread and shows its words; the focus stays where it is. */
export function chooseThread(session: ReportSession, id: string): void {
  session.review.choose(id)
  session.review.goTo(id, { focus: false })
}

/** To the next listed thread, or the one before: its card gets the focus, the paper shows its words. */
export function stepThread(session: ReportSession, by: 1 | -1): void {
  const { listed } = useThreads.getState()
  const chosen = listed.findIndex(({ annotation }) => annotation.id === session.review.chosen())
  const next =
    listed[chosen < 0 ? (by > 0 ? 0 : listed.length - 1) : (chosen + by + listed.length) % listed.length]
  openTab('annotations')
  if (!next) return
  chooseThread(session, next.annotation.id)
  want({ kind: 'card', id: next.annotation.id })
}

/** Back to the text: to the words of the chosen thread, or where the caret was. */
export function leaveThreads(session: ReportSession): void {
  const chosen = session.review.chosen()
  if (chosen === null || !session.review.goTo(chosen)) session.activeEditor()?.focus()
}
