import { useEffect } from 'react'
import { JoinDialog } from './panels/committee/JoinDialog'
import { ImportDialog } from './panels/import/ImportDialog'
import { ReportWindow } from './panels/ReportWindow'
import { ShortcutsDialog } from './panels/shortcuts/ShortcutsDialog'
import { StartScreen } from './panels/start/StartScreen'
import { Banners } from './panels/status/Banners'
import { useOpenReport } from './state/open-report'
import { useRights } from './state/rights'
import { startListening } from './state/start-listening'
import { useWindow } from './state/window-state'
import { DropHint } from './ui/DropHint'
import { vi } from './wording/vi'

export function App() {
  const session = useOpenReport(state => state.session)
  // Whoever comes to read only, or to write, gets the window drawn anew.
  const isReader = useRights(state => state.isReader)
  const dialog = useWindow(state => state.dialog)
  const said = useWindow(state => state.said)
  const appearance = useWindow(state => state.settings.appearance)
  useEffect(startListening, [])
  useEffect(() => {
    const { dataset } = document.documentElement
    if (appearance === 'system') delete dataset['appearance']
    else dataset['appearance'] = appearance
  }, [appearance])
  return (
    <>
      {session ? (
        <ReportWindow key={`${session.body.clientID} ${isReader}`} session={session} />
      ) : (
        <div className="start-window">
          <Banners />
          <StartScreen />
        </div>
      )}
      <ImportDialog />
      {dialog === 'shortcuts' && <ShortcutsDialog />}
      {dialog === 'join' && <JoinDialog />}
      <DropHint words={vi.import.dropHere} />
      <Said words={said} />
    </>
  )
}

/** What was done, for a few seconds; read aloud. */
function Said({ words }: { words: string }) {
  useEffect(() => {
    if (!words) return undefined
    const timer = setTimeout(() => useWindow.setState({ said: '' }), 5000)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <div className={words ? 'said' : 'visually-hidden'} role="status">
      {words}
    </div>
  )
}
