import { numberNotes } from '../../../shared/numbering/number-notes'
import type { BlockId } from '../../../shared/report/ids'
import { blockIdOf } from '../../../shared/report/nodes'
import { findBlock } from '../../editor/queries/find-block'
import { headingAt } from '../../editor/queries/section-at'
import type { Person } from '../../state/presence'
import type { ReportSession } from '../../state/report-session'
import { vi } from '../../wording/vi'

/** The innermost section in which somebody is; null before the first heading, and where it is not known. */
export function sectionOfPerson(session: ReportSession, { place }: Person): BlockId | null {
  const block = place && findBlock(session.text(), place)
  // Inside the block: right before a heading one is still in the section above.
  const heading = block && headingAt(session.text().resolve(block.pos + (block.node.isAtom ? 0 : 1)))
  return heading ? blockIdOf(heading) : null
}

/** Where somebody is: "Mục 2. Công nghiệp", "Chú thích 12", "Bảng chỉ tiêu, dòng 3". */
export function whereInWords(session: ReportSession, person: Person): string {
  return besideText(session, person) || inText(session, person)
}

function inText(session: ReportSession, person: Person): string {
  const { place } = person
  if (!place || !findBlock(session.text(), place)) return vi.people.elsewhere
  const id = sectionOfPerson(session, person)
  const section = session.outline().items.find(item => item.id === id)
  return section ? vi.status.section(section.number, section.title) : vi.status.noSection
}

function besideText(session: ReportSession, { at }: Person): string {
  switch (at.kind) {
    case 'note': {
      const number = numberNotes(session.text()).get(at.id)
      return number ? vi.notes.number(number) : ''
    }
    case 'cell': {
      const rows = session.indicators().get(at.tableId)?.rows ?? []
      const row = rows.findIndex(({ id }) => id === at.rowId)
      return row < 0 ? '' : vi.people.inRow(vi.grid.row(row + 1))
    }
    case 'wording': {
      const name = session.options().get(at.optionsId)?.name
      return name ? vi.people.inOptions(name) : ''
    }
    default:
      return ''
  }
}
