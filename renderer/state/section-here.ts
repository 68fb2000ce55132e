import { sectionOfBlocks } from '../../shared/outline/section-of-blocks'
import type { BlockId } from '../../shared/report/ids'
import { perObject } from '../../shared/util/per-object'
import type { ReportSession } from './report-session'

const sections = perObject(sectionOfBlocks)

/** The section where the person is at work; a table's cells and its wordings are where their block stands. */
export function sectionHere(session: ReportSession): BlockId | null {
  const caret = session.caret()
  const place = caret?.place
  const block = place?.kind === 'cell' ? place.tableId : place?.kind === 'wording' ? place.optionsId : null
  // The blocks of tables and options bear the ids of their records.
  if (block) return sections(session.text()).get(block as string as BlockId) ?? null
  return caret?.sectionId ?? null
}
