import { useEffect, useMemo, useState } from 'react'
import type { Version } from '../../../shared/versions/version'
import { closeComparison, useCompare, type ComparedSides, type Reading } from '../../state/compare'
import type { ListedChange } from '../../state/compare-filter'
import type { ComparedTexts } from '../../state/compare-texts'
import { seenFromToday, sideOfToday } from '../../state/compare-today'
import type { ReportSession } from '../../state/report-session'
import { goToDifference } from '../../state/since-step'
import { Notice } from '../../ui/Notice'
import { vi } from '../../wording/vi'
import { ChangeFilters } from './ChangeFilters'
import { ChangeList } from './ChangeList'
import { ComparedTextView } from './ComparedTextView'
import { namedSections, placeWithin } from './place-of-change'
import type { WantedRow } from './RowList'
import { useChanges } from './use-changes'

interface ComparedReportProps {
  readonly session: ReportSession
  readonly texts: ComparedTexts
  readonly sides: ComparedSides
  readonly versions: readonly Version[]
  readonly reading: Reading
  readonly zoom: number
  readonly isBusy: boolean
  /** What reading a Word file left to say. */
  readonly warnings: readonly string[]
}

/** The texts on the left, what changed in them on the right. */
export function ComparedReport(props: ComparedReportProps) {
  const { session, texts, sides, versions, reading, zoom, isBusy, warnings } = props
  const { filter, current } = useCompare()
  const { all, listed, nameOf } = useChanges(texts, sides, versions)
  const sections = useMemo(() => namedSections(texts), [texts])
  const names = useMemo(() => new Map(sections.map(({ id, name }) => [id, name])), [sections])
  const [wanted, setWanted] = useState<WantedRow | null>(null)
  const show = (change: ListedChange, isEntered = false): void => {
    const { key } = change.difference
    useCompare.setState({ current: key })
    setWanted({ row: change.row.key, difference: key, isEntered })
  }
  const step = (by: 1 | -1): void => {
    const next = stepped(listed, current, by)
    if (next) show(next)
  }
  const side = sideOfToday(sides)
  const report = (change: ListedChange): void => {
    closeComparison()
    // The dialog gives the focus back first.
    setTimeout(() => goToDifference(session, seenFromToday(change.difference, side ?? 'now')), 0)
  }
  const here = listed.find(({ difference }) => difference.key === current)
  useKeys({ onStep: step, onReport: side && here ? () => report(here) : null })
  return (
    <>
      <div className="compare-main">
        {warnings.length > 0 && <Warnings warnings={warnings} />}
        {all.length === 0 && <Notice kind="good" title={vi.compare.same} />}
        <ComparedTextView
          {...{ texts, reading, listed, current, zoom, wanted, isBusy }}
          onWanted={setWanted}
        />
      </div>
      <aside className="compare-side" aria-label={vi.compare.list}>
        <ChangeFilters
          changes={all}
          {...{ filter, sections, nameOf }}
          onFilter={next => useCompare.setState({ filter: next })}
        />
        <ChangeList
          changes={listed}
          all={all.length}
          current={current}
          whereOf={change => whereOf(change, texts, names)}
          authorsOf={change => vi.compare.by(change.authors.map(nameOf))}
          onStep={step}
          onShow={show}
          onEnter={change => show(change, true)}
          onReport={side === null ? null : report}
        />
      </aside>
    </>
  )
}

const Warnings = ({ warnings }: { warnings: readonly string[] }) => (
  <Notice kind="wait" title={vi.compare.fileWarnings}>
    {warnings.map(warning => (
      <p key={warning}>{warning}</p>
    ))}
  </Notice>
)

/** The next change or the one before, from the last on to the first. */
function stepped(
  listed: readonly ListedChange[],
  current: string | null,
  by: 1 | -1,
): ListedChange | undefined {
  const here = listed.findIndex(({ difference }) => difference.key === current)
  if (here < 0) return listed.at(by > 0 ? 0 : -1)
  return listed[(here + by + listed.length) % listed.length]
}

/** The section and the place in it. */
function whereOf(
  { difference, sections }: ListedChange,
  texts: ComparedTexts,
  names: ReadonlyMap<string, string>,
): string {
  const section = sections.length > 0 ? (names.get(sections.at(-1) ?? '') ?? '') : ''
  return [section, placeWithin(difference, texts)].filter(Boolean).join(' · ')
}

interface Keys {
  readonly onStep: (by: 1 | -1) => void
  readonly onReport: (() => void) | null
}

/** F9 and Shift+F9 step wherever the focus is; Ctrl+Enter goes to the place in the report. */
function useKeys({ onStep, onReport }: Keys): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const isInner = document.querySelectorAll('dialog[open]').length > 1
      if (event.isComposing || isInner) return
      if (event.key === 'F9') onStep(event.shiftKey ? -1 : 1)
      else if (event.key === 'Enter' && event.ctrlKey && onReport) onReport()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', hear, { capture: true })
    return () => window.removeEventListener('keydown', hear, { capture: true })
  })
}
