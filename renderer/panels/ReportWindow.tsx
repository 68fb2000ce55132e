import { ListTree, PanelBottomOpen, SpellCheck2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import type { ReportSession } from '../state/report-session'
import { useProblems, watchProblems } from '../state/use-problems'
import { SessionProvider, useSnapshot } from '../state/use-session'
import { changeSettings, useWindow } from '../state/window-state'
import { Splitter } from '../ui/Splitter'
import { ToolButton } from '../ui/ToolButton'
import { vi } from '../wording/vi'
import { Dialogs } from './Dialogs'
import { Find } from './find/Find'
import { Notes } from './notes/Notes'
import { Outline } from './outline/Outline'
import { Paper } from './paper/Paper'
import { Review } from './review/Review'
import { Banners } from './status/Banners'
import { Status } from './status/Status'
import { Tools } from './tool-bar/Tools'
import { TopBar } from './top-bar/TopBar'

/** The window of an open report. */
export function ReportWindow({ session }: { session: ReportSession }) {
  const find = useWindow(state => state.find)
  useEffect(() => watchProblems(session), [session])
  return (
    <SessionProvider value={session}>
      <div className="window">
        <TopBar body={session.body} />
        <Tools />
        <div className="work">
          <OutlineSide />
          <main className="desk">
            <Banners />
            {find !== 'closed' && <Find />}
            <div className="paper-region" data-region="paper" role="region" aria-label={vi.regions.paper}>
              <Paper />
            </div>
            <NotesSide />
          </main>
          <ReviewSide />
        </div>
        <Status />
      </div>
      <Dialogs />
    </SessionProvider>
  )
}

function OutlineSide() {
  const { outlineOpen, outlineWidth } = useWindow(state => state.settings)
  if (!outlineOpen)
    return (
      <div className="strip left" data-region="outline">
        <ToolButton
          icon={ListTree}
          label={vi.outline.open}
          onClick={() => changeSettings({ outlineOpen: true })}
        />
      </div>
    )
  return (
    <>
      <nav
        className="panel outline"
        data-region="outline"
        aria-label={vi.regions.outline}
        style={{ width: outlineWidth }}
      >
        <Outline />
      </nav>
      <Splitter
        label={vi.splitters.outline}
        direction="vertical"
        size={outlineWidth}
        {...{ min: 200, max: 600, grows: 1 }}
        onSize={width => changeSettings({ outlineWidth: width })}
      />
    </>
  )
}

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

/** Below this width the paper would not fit between two panels. */
const narrow = '(max-width: 1360px)'

function ReviewSide() {
  const { reviewOpen, reviewWidth } = useWindow(state => state.settings)
  const onNarrow = useWindow(state => state.reviewOnNarrow)
  const problems = useProblems(state => state.list.length)
  const isNarrow = useMedia(narrow)
  const open = isNarrow ? onNarrow : reviewOpen
  const show = (shown: boolean) =>
    isNarrow ? useWindow.setState({ reviewOnNarrow: shown }) : changeSettings({ reviewOpen: shown })
  if (!open)
    return (
      <div className="strip" data-region="review">
        <ToolButton
          icon={SpellCheck2}
          label={problems > 0 ? vi.review.openWith(problems) : vi.review.open}
          onClick={() => show(true)}
        >
          {problems > 0 && <Count>{problems}</Count>}
        </ToolButton>
      </div>
    )
  return (
    <>
      <Splitter
        label={vi.splitters.review}
        direction="vertical"
        size={reviewWidth}
        {...{ min: 240, max: 600, grows: -1 }}
        onSize={width => changeSettings({ reviewWidth: width })}
      />
      <aside
        className="panel review"
        data-region="review"
        aria-label={vi.regions.review}
        style={{ width: reviewWidth }}
      >
        <Review onClose={() => show(false)} />
      </aside>
    </>
  )
}

const Count = ({ children }: { children: ReactNode }) => <span className="count">{children}</span>

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const hear = () => setMatches(media.matches)
    media.addEventListener('change', hear)
    return () => media.removeEventListener('change', hear)
  }, [query])
  return matches
}
