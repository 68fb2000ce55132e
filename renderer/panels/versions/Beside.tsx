import { GitCompareArrows, History, Lock, X } from 'lucide-react'
import { useEffect, useMemo, useRef, type CSSProperties, type RefObject } from 'react'
import { profileOf } from '../../../shared/print/profiles'
import { numberStyleOf } from '../../../shared/print/number-style-of'
import type { BlockId } from '../../../shared/report/ids'
import type { Report } from '../../../shared/report/report'
import { asDraft } from '../../../shared/versions/draft-mark'
import { drawReadOnlyText } from '../../editor/read-only-text'
import { attempt } from '../../state/attempt'
import { closeBeside, useBeside, type OpenVersion } from '../../state/beside'
import { openComparison } from '../../state/compare'
import { askWhatToRestore } from '../../state/restoring'
import { useSession } from '../../state/use-session'
import { useVersions } from '../../state/versions'
import { say } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'
import { HeaderBlock, SignatureBlock } from '../paper/HeaderBlock'
import { paperVariables } from '../paper/text-style'
import { placeNow, type Scrolled } from './place-on-paper'
import { scrollTogether } from './scroll-together'
import { StillNotes } from './StillNotes'
import { stillBlocks } from './still-blocks'
import { useFittingZoom } from './use-fitting-zoom'
import { bannerOf, nameOf } from './version-words'

const words = vi.versions.beside

/** A version beside today's text; nothing while none is open. */
export function Beside() {
  const open = useBeside(state => state.open)
  const isKept = useVersions(({ all }) => all.some(({ id }) => id === open?.version.id))
  // Another report was opened in this window, or the version was thinned out.
  useEffect(() => {
    if (open && !isKept) closeBeside()
  }, [open, isKept])
  return open && <VersionPaper key={open.version.id} open={open} />
}

function VersionPaper({ open }: { open: OpenVersion }) {
  const session = useSession()
  const { version } = open
  const scroller = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  // What is printed of it bears its own number, whatever its header said.
  const report = useMemo(
    () => (version.number === null ? open.report : asDraft(open.report, version.number)),
    [open, version.number],
  )
  const profile = profileOf(report.fields.profile)
  const zoom = useFittingZoom(scroller, profile.page.width)
  const sectionHere = useDrawn(report, { scroller, mount, label: words.text(nameOf(version)) })
  const close = (): void => {
    closeBeside()
    say(words.closed)
    session.editor()?.focus()
  }
  return (
    <section
      className="beside"
      data-region="version"
      aria-label={words.region}
      onCopy={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
        // Else the browser would select the whole page, these words too.
        if (event.key === 'a' && (event.ctrlKey || event.metaKey)) event.preventDefault()
      }}
    >
      <Banner open={open} onClose={close} sectionHere={sectionHere} />
      <div
        ref={scroller}
        className="paper-scroll"
        tabIndex={0}
        role="region"
        aria-label={words.text(nameOf(version))}
      >
        <div className="paper still" style={{ ...paperVariables(profile), '--zoom': zoom } as CSSProperties}>
          <HeaderBlock fields={report.fields} profile={profile} />
          <div ref={mount} />
          <SignatureBlock fields={report.fields} profile={profile} />
          <StillNotes report={report} />
        </div>
      </div>
    </section>
  )
}

interface Drawing {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly mount: RefObject<HTMLDivElement | null>
  readonly label: string
}

/** Draws the text and scrolls it with today's; returns how to ask which section is at the upper edge. */
function useDrawn(report: Report, { scroller, mount, label }: Drawing): () => BlockId | null {
  const session = useSession()
  const drawn = useRef<Scrolled | null>(null)
  useEffect(() => {
    if (!mount.current || !scroller.current) return undefined
    const view = drawReadOnlyText({
      mount: mount.current,
      text: report.text,
      numberStyle: numberStyleOf(report.fields),
      words: vi.editor,
      label,
      blocks: stillBlocks(report),
    })
    drawn.current = { view, scroller: scroller.current }
    const today = session.editor()
    const other = today?.dom.closest<HTMLElement>('.paper-scroll')
    const stop = today && other ? scrollTogether({ view: today, scroller: other }, drawn.current) : undefined
    return () => {
      stop?.()
      drawn.current = null
      view.destroy()
    }
  }, [report, session, scroller, mount, label])
  return () => (drawn.current && placeNow(drawn.current)?.section) ?? null
}

interface BannerProps {
  readonly open: OpenVersion
  readonly onClose: () => void
  readonly sectionHere: () => BlockId | null
}

function Banner({ open: { version }, onClose, sectionHere }: BannerProps) {
  const { readOnly } = useSession()
  const restore = () => {
    const section = sectionHere()
    void attempt(() => askWhatToRestore(version, section ? { kind: 'section', section } : { kind: 'report' }))
  }
  return (
    <div className="beside-banner">
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      <strong>{bannerOf(version)}</strong>
      <span className="grow" />
      <Button
        size="small"
        icon={GitCompareArrows}
        onClick={() => openComparison({ kind: 'version', id: version.id }, { kind: 'today' })}
      >
        {words.compare}
      </Button>
      {!readOnly && (
        <Button size="small" icon={History} onClick={restore}>
          {words.restore}
        </Button>
      )}
      <ToolButton size="small" icon={X} label={words.close} keys="Esc" onClick={onClose} />
    </div>
  )
}
