import { useEffect, useState } from 'react'
import { compareReports, type Comparison } from '../../shared/compare/compare-contents'
import { blocksOf } from '../../shared/report/nodes'
import type { Report } from '../../shared/report/report'
import { afterPause } from './after-pause'
import { wordsFor } from './attempt'
import type { ComparedSides } from './compare'
import { comparedRows, type ComparedRows } from './compare-rows'
import { comparedText, type ComparedText } from './compare-side'
import { readSource } from './compare-sources'
import type { ReportSession } from './report-session'

export interface ComparedTexts {
  readonly was: ComparedText
  readonly now: ComparedText
  readonly comparison: Comparison
  readonly rows: ComparedRows
}

/** `isBusy`: other texts are being compared; what is shown is still the comparison before. */
export interface ComparisonState {
  readonly texts: ComparedTexts | null
  readonly isBusy: boolean
  readonly failure: string | null
}

/** Milliseconds without a change in today's text before it is compared again. */
const pause = 700

/** Both texts compared; today's again after each pause in the writing. */
export function useComparison(session: ReportSession, sides: ComparedSides | null): ComparisonState {
  const [state, setState] = useState<ComparisonState>({ texts: null, isBusy: true, failure: null })
  useEffect(() => {
    if (!sides) return undefined
    return keepComparing(session, sides, change => setState(before => ({ ...before, ...change })))
  }, [session, sides])
  return state
}

function keepComparing(
  session: ReportSession,
  { was, now }: ComparedSides,
  show: (change: Partial<ComparisonState>) => void,
): () => void {
  let isOpen = true
  async function compare(): Promise<void> {
    try {
      const [before, after] = await Promise.all([readSource(was, session), readSource(now, session)])
      if (isOpen) show({ texts: textsOf(before, after), isBusy: false, failure: null })
    } catch (error) {
      if (isOpen) show({ texts: null, isBusy: false, failure: wordsFor(error) })
    }
  }
  show({ isBusy: true })
  void compare()
  const isOfToday = was.kind === 'today' || now.kind === 'today'
  const stop = isOfToday ? afterPause(session, pause, () => void compare()) : () => undefined
  return () => {
    isOpen = false
    stop()
  }
}

export function textsOf(before: Report, after: Report): ComparedTexts {
  const comparison = compareReports(before, after)
  return {
    was: comparedText(before),
    now: comparedText(after),
    comparison,
    rows: comparedRows(comparison, blocksOf(before.text)),
  }
}
