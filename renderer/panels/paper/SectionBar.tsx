import { useLayoutEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import type { SectionStatus } from '../../../shared/approvals/section-states'
import type { BlockId } from '../../../shared/report/ids'
import { showAtHeading } from '../../editor/review/section-bar-place'
import { useApprovals } from '../../state/approvals'
import { askAboutSection } from '../../state/asked-section'
import { useCommittee } from '../../state/committee'
import { actsHere } from '../../state/section-acts'
import { sectionHere } from '../../state/section-here'
import { useSession, useSnapshot } from '../../state/use-session'
import { vi } from '../../wording/vi'
import { StateIcon } from '../board/StateMark'
import { useSections } from '../committee/use-sections'

const words = vi.approvals.bar

/** At the heading of the section where the person is: where it stands, once it is more than being written. */
export function SectionBar() {
  const here = useSnapshot(sectionHere)
  const status = useApprovals(({ states }) => nearest(states, here))
  return status ? <AtHeading key={status.section} status={status} /> : null
}

/** The section itself, or the innermost around it, that somebody has handed in or decided about. */
function nearest(states: ReadonlyMap<BlockId, SectionStatus>, here: BlockId | null): SectionStatus | null {
  const path = (here !== null && states.get(here)?.headings) || []
  const at = path.findLast(id => (states.get(id)?.state ?? 'writing') !== 'writing')
  return states.get(at as BlockId) ?? null
}

function AtHeading({ status }: { status: SectionStatus }) {
  const session = useSession()
  const dom = useMemo(() => room(), [])
  const [isAbove, setAbove] = useState(false)
  useLayoutEffect(() => {
    const view = session.editor()
    if (!view || view.composing) return
    showAtHeading(view, status.section, dom)
    dom.style.setProperty('--to-heading', `${distanceToHeading(dom)}px`)
    setAbove(isCovering(dom))
    // Shown anew where it stands when the section was moved meanwhile.
  }, [session, dom, status])
  // Not an effect that waits: it would take away the bar of the next section, which stands by then.
  useLayoutEffect(
    () => () => {
      const view = session.editor()
      if (view) showAtHeading(view, null, dom)
    },
    [session, dom],
  )
  return createPortal(<Bar status={status} isAbove={isAbove} />, dom)
}

function room(): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'section-bar-room'
  dom.contentEditable = 'false'
  return dom
}

/** In px; the room stands where the space before the heading begins. */
const distanceToHeading = (dom: HTMLElement): number =>
  (dom.nextElementSibling?.getBoundingClientRect().top ?? 0) - dom.getBoundingClientRect().top

/** Whether the words of the heading reach under the bar. */
function isCovering(dom: HTMLElement): boolean {
  const [bar, heading] = [dom.firstElementChild, dom.nextElementSibling]
  if (!bar || !heading) return false
  const words = document.createRange()
  words.selectNodeContents(heading)
  const { left } = bar.getBoundingClientRect()
  return [...words.getClientRects()].some(line => line.right > left)
}

function Bar({ status, isAbove }: { status: SectionStatus; isAbove: boolean }) {
  const { section, state, open } = status
  const { nameOf } = useSections()
  const acts = useCommittee(committee => decisions(status, committee))
  const openWords = vi.approvals.open(open.threads, open.proposals)
  return (
    <div
      className={`section-bar${isAbove ? ' above' : ''}`}
      role="group"
      aria-label={words.label(nameOf(section))}
      // The caret stays where it is.
      onMouseDown={event => event.preventDefault()}
    >
      <button type="button" tabIndex={-1} title={words.more} onClick={() => askAboutSection(section)}>
        <StateIcon state={state} />
        {vi.approvals.states[state]}
        {openWords && <span className="open">{openWords}</span>}
      </button>
      {acts.includes('return') && (
        <button type="button" tabIndex={-1} onClick={() => askAboutSection(section, 'return')}>
          {vi.approvals.section.acts.return}
        </button>
      )}
      {acts.includes('approve') && (
        <button type="button" tabIndex={-1} className="approve" onClick={() => askAboutSection(section)}>
          {words.approve}
        </button>
      )}
    </div>
  )
}

/** What waits for the person here, as words: a new list each time would draw the bar each time. */
function decisions(status: SectionStatus, committee: ReturnType<typeof useCommittee.getState>): string {
  if (status.state !== 'for-approval' && status.state !== 'outdated') return ''
  const { whyNotApprove, mayReturn } = actsHere(committee)(status)
  return [whyNotApprove === null ? 'approve' : '', mayReturn ? 'return' : ''].join(' ')
}
