import { create } from 'zustand'
import type { BlockId } from '../../shared/report/ids'
import { vi } from '../wording/vi'
import type { ReportSession } from './report-session'
import { sectionHere } from './section-here'
import { say, showDialog } from './window-state'

/** The section that the person asked about. */
export const useAskedSection = create<{ readonly section: BlockId | null }>(() => ({ section: null }))

export function askAboutSection(section: BlockId): void {
  useAskedSection.setState({ section })
  showDialog('section')
}

/** About the section in which the caret is. */
export function askAboutSectionHere(session: ReportSession): void {
  const section = sectionHere(session)
  if (section === null) say(vi.approvals.section.none)
  else askAboutSection(section)
}
