import { create } from 'zustand'
import type { BlockId } from '../../shared/report/ids'
import { vi } from '../wording/vi'
import type { ReportSession } from './report-session'
import { sectionHere } from './section-here'
import { say, showDialog } from './window-state'

interface AskedSection {
  readonly section: BlockId | null
  /** The form that is open from the start. */
  readonly form: 'return' | null
}

/** The section that the person asked about. */
export const useAskedSection = create<AskedSection>(() => ({ section: null, form: null }))

export function askAboutSection(section: BlockId, form: AskedSection['form'] = null): void {
  useAskedSection.setState({ section, form })
  showDialog('section')
}

/** About the section in which the caret is. */
export function askAboutSectionHere(session: ReportSession): void {
  const section = sectionHere(session)
  if (section === null) say(vi.approvals.section.none)
  else askAboutSection(section)
}
