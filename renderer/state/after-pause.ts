import type { ReportSession } from './report-session'

/** Works after each `pause` ms without a change to the report, counted from the last one. Answers how to end it. */
export function afterPause(session: ReportSession, pause: number, work: () => void): () => void {
  let known = session.report()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = session.subscribe(() => {
    if (session.report() === known) return
    known = session.report()
    clearTimeout(timer)
    timer = setTimeout(work, pause)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
