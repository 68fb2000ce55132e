import type { Outline, OutlineItem } from '../../../shared/outline/outline'
import type { BlockId } from '../../../shared/report/ids'
import type { Person } from '../../state/presence'

/** Whom each row of the outline shows. */
export type PeopleHere = ReadonlyMap<BlockId, readonly Person[]>

/** Those who are in a section that is folded away are shown at the row that it is folded into. */
export function peopleByRow(
  outline: Outline,
  rows: readonly OutlineItem[],
  bySection: PeopleHere,
): PeopleHere {
  if (bySection.size === 0) return bySection
  const drawn = new Set(rows.map(({ id }) => id))
  const byRow = new Map<BlockId, readonly Person[]>()
  const visit = (items: readonly OutlineItem[], above: BlockId | null): void => {
    for (const { id, children } of items) {
      const row = drawn.has(id) ? id : above
      const people = bySection.get(id)
      if (row && people) byRow.set(row, [...(byRow.get(row) ?? []), ...people])
      visit(children, row)
    }
  }
  visit(outline.roots, null)
  return byRow
}

/** By the section that `sectionOf` gives; those who stand before the first are left out. */
export function peopleBySection(
  people: readonly Person[],
  sectionOf: (person: Person) => BlockId | null,
): PeopleHere {
  const bySection = new Map<BlockId, readonly Person[]>()
  for (const person of people) {
    const section = person.isSelf ? null : sectionOf(person)
    if (section) bySection.set(section, [...(bySection.get(section) ?? []), person])
  }
  return bySection
}
