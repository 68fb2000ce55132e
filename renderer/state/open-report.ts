import { create } from 'zustand'
import { connectReport, onReportOpened, type OpenedReport } from '../host/sync-port'
import { vi } from '../wording/vi'
import { createRoster } from './presence-roster'
import { watchPresence } from './presence-watch'
import { openSession, type ReportSession } from './report-session'
import { useStore } from './store-state'
import { showDialog } from './window-state'

/** The report of this window; null on the start screen. */
export const useOpenReport = create<{ readonly session: ReportSession | null }>(() => ({ session: null }))

/** Hears of reports that the main process opens here, until the returned function is called. */
export const hearReports = (): (() => void) => onReportOpened(opened => void show(opened))

let stopWatching = (): void => undefined

/** Behind the frame that shows a key (16 ms), and before a person could notice that others wait. Milliseconds. */
const afterFrame = 20

async function show({ port, readOnly }: OpenedReport): Promise<void> {
  const { body, awareness, hold, release, beforeMessages } = await connectReport(port)
  const roster = createRoster(awareness)
  const { session: before } = useOpenReport.getState()
  if (readOnly) useStore.setState({ store: { kind: 'read-only', message: readOnly } })
  const session = openSession({
    body,
    readOnly: readOnly !== null,
    remote: { hold, release },
    colleagues: roster,
    later: settle => setTimeout(settle, afterFrame),
    words: vi.editor,
    editLink: () => showDialog('link'),
  })
  beforeMessages(session.settle)
  useOpenReport.setState({ session })
  stopWatching()
  stopWatching = watchPresence(session, awareness, roster)
  before?.close()
}
