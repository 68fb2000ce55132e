import { create } from 'zustand'
import { connectReport, onReportOpened, type OpenedReport } from '../host/sync-port'
import { vi } from '../wording/vi'
import { createRoster } from './presence-roster'
import { watchPresence } from './presence-watch'
import { readCaret } from './read-caret'
import { openSession, type ReportSession } from './report-session'
import { useStore } from './store-state'
import { showDialog } from './window-state'

/** The report of this window; null on the start screen. */
export const useOpenReport = create<{ readonly session: ReportSession | null }>(() => ({ session: null }))

/** Hears of reports that the main process opens here, until the returned function is called. */
export function hearReports(): () => void {
  const stop = onReportOpened(opened => void show(opened))
  // A page that is loaded again or left takes along what it has shown only.
  const settle = (): void => useOpenReport.getState().session?.settle()
  window.addEventListener('pagehide', settle)
  return () => {
    stop()
    window.removeEventListener('pagehide', settle)
  }
}

let stopWatching = (): void => undefined
let disconnect = (): void => undefined

/** Behind the frame that shows a key (16 ms), and before a person could notice that others wait. Milliseconds. */
const afterFrame = 20

async function show({ port, readOnly }: OpenedReport): Promise<void> {
  const { body, awareness, between, hold, release, beforeMessages, close } = await connectReport(port)
  const roster = createRoster(awareness, between)
  const { session: before } = useOpenReport.getState()
  if (before) await untilComposed(before)
  // What is on the screen goes to the old replica, over its own port.
  before?.settle()
  if (readOnly) useStore.setState({ store: { kind: 'read-only', message: readOnly } })
  const session = openSession({
    body,
    readOnly: readOnly !== null,
    remote: { hold, release },
    colleagues: roster,
    later: settle => setTimeout(settle, afterFrame),
    ...(before ? { startAt: before.visit() } : {}),
    words: vi.editor,
    editLink: () => showDialog('link'),
  })
  beforeMessages(() => {
    readCaret(session)
    session.settle()
  })
  useOpenReport.setState({ session })
  stopWatching()
  stopWatching = watchPresence(session, awareness, roster)
  before?.close()
  // Only now: whoever holds the other end keeps what was typed into the report that this one takes the place of.
  disconnect()
  disconnect = close
}

/** How long a word that is being composed may hold up a new replica, in ms. */
const longestWord = 3000

async function untilComposed(session: ReportSession): Promise<void> {
  const view = session.activeEditor()
  if (!view?.composing) return
  await new Promise<void>(done => {
    const timeUp = setTimeout(done, longestWord)
    const end = (): void => {
      clearTimeout(timeUp)
      // The editor itself reads the word first.
      setTimeout(done, afterFrame)
    }
    view.dom.addEventListener('compositionend', end, { once: true })
  })
}
