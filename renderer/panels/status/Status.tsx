import { numberNotes } from '../../../shared/numbering/number-notes'
import { countsOf } from '../../../shared/counts/counts'
import { profileOf } from '../../../shared/print/profiles'
import type { ReportSession } from '../../state/report-session'
import { sectionHere } from '../../state/section-here'
import { useSettled, useSnapshot } from '../../state/use-session'
import { vi } from '../../wording/vi'
import { StatusBar } from './StatusBar'

/** The status bar joined to the report; counting waits for a pause. */
export function Status() {
  const place = useSnapshot(placeInWords)
  const profile = useSnapshot(now => profileOf(now.fields().profile).name)
  const counts = useSettled(read, 400)
  return <StatusBar place={place} counts={counts} profile={profile} />
}

const read = (session: ReportSession) => countsOf(session.report())

function placeInWords(session: ReportSession): string {
  const caret = session.caret()
  if (caret?.place.kind === 'note') {
    const number = numberNotes(session.text()).get(caret.place.id)
    return number ? vi.notes.number(number) : vi.notes.orphan
  }
  const here = sectionHere(session)
  const section = session.outline().items.find(item => item.id === here)
  return section ? vi.status.section(section.number, section.title) : ''
}
