import { ListTree, PanelBottomOpen } from 'lucide-react'
import { useEffect } from 'react'
import type { ReportSession } from '../state/report-session'
import { watchThreads } from '../state/annotations/watch'
import { watchSince } from '../state/since'
import { watchProposals } from '../state/proposals'
import { watchApprovals } from '../state/approvals'
import { watchTracked } from '../state/tracked'
import { watchTracking } from '../state/watch-tracking'
import { watchProblems } from '../state/use-problems'
import { showSide } from '../state/sides'
import { SessionProvider, useSnapshot } from '../state/use-session'
import { changeSettings, useWindow } from '../state/window-state'
import { Splitter } from '../ui/Splitter'
import { ToolButton } from '../ui/ToolButton'
import { vi } from '../wording/vi'
import { Dialogs } from './Dialogs'
import { Find } from './find/Find'
import { Notes } from './notes/Notes'
import { Outline } from './outline/Outline'
import { Following } from './people/Following'
import { Paper } from './paper/Paper'
import { RightSide } from './right-side/RightSide'
import { SectionBar } from './paper/SectionBar'
import { ProposePlace } from './review/proposals/ProposePlace'
import { SidePanel } from './SidePanel'
import { Banners } from './status/Banners'
import { Status } from './status/Status'
import { UnknownContent } from './status/UnknownContent'
import { Tools } from './tool-bar/Tools'
import { TopBar } from './top-bar/TopBar'
import { Beside } from './versions/Beside'

/** The window of an open report. */
export function ReportWindow({ session }: { session: ReportSession }) {
  const find = useWindow(state => state.find)
  useEffect(() => watchProblems(session), [session])
  useEffect(() => watchApprovals(session), [session])
  useEffect(() => watchProposals(session), [session])
  useEffect(() => watchTracked(session), [session])
  useEffect(() => watchTracking(session), [session])
  useEffect(() => watchSince(session), [session])
  useEffect(() => watchThreads(session), [session])
  return (
    <SessionProvider value={session}>
      <div className="window">
        <TopBar body={session.body} />
        <Tools />
        <div className="work">
          <OutlineSide />
          <main className="desk">
            <Banners />
            <UnknownContent />
            {find !== 'closed' && <Find />}
            <div className="paper-region" data-region="paper" role="region" aria-label={vi.regions.paper}>
              <Paper />
              <Following />
            </div>
            <NotesSide />
          </main>
          <Beside />
          <RightSide />
        </div>
        <Status />
      </div>
      <Dialogs />
      <ProposePlace />
      <SectionBar />
    </SessionProvider>
  )
}

const OutlineSide = () => (
  <SidePanel
    side="outline"
    strip={<ToolButton icon={ListTree} label={vi.outline.open} onClick={() => showSide('outline', true)} />}
  >
    <Outline />
  </SidePanel>
)

function NotesSide() {
  const { notesOpen, notesHeight } = useWindow(state => state.settings)
  const count = useSnapshot(now => now.notes().length)
  const wanted = useSnapshot(now => now.wanted()?.kind === 'note')
  useEffect(() => {
    if (wanted) changeSettings({ notesOpen: true })
  }, [wanted])
  if (!notesOpen)
    return (
      <button
        type="button"
        className="notes-strip"
        data-region="notes"
        onClick={() => changeSettings({ notesOpen: true })}
      >
        <PanelBottomOpen size={16} strokeWidth={1.75} aria-hidden />
        <span className="visually-hidden">{vi.notes.open}</span>
        {vi.notes.title}
        {count > 0 && <span className="count">{count}</span>}
      </button>
    )
  return (
    <>
      <Splitter
        label={vi.splitters.notes}
        direction="horizontal"
        size={notesHeight}
        {...{ min: 80, max: 800, grows: -1 }}
        onSize={height => changeSettings({ notesHeight: height })}
      />
      <section
        className="panel notes"
        data-region="notes"
        aria-label={vi.regions.notes}
        style={{ height: notesHeight }}
      >
        <Notes />
      </section>
    </>
  )
}
