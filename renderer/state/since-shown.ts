import { bookOf, placesTaken, requiredApprovers } from '../../shared/approvals/approvers'
import type { Difference } from '../../shared/compare/difference'
import { can } from '../../shared/permissions/can'
import type { BlockId } from '../../shared/report/ids'
import { depthOf } from '../../shared/report/levels'
import type { OutlineItem } from '../../shared/outline/outline'
import { headOfReport } from '../../shared/seen/piece'
import type { ChangedSection } from '../../shared/seen/since'
import { vi } from '../wording/vi'
import type { useCommittee } from './committee'
import { memberAt } from './permissions-for'

type Committee = ReturnType<typeof useCommittee.getState>

/** A difference as the panel shows it; of a section that is new, its heading stands for everything in it. */
export interface ShownChange {
  readonly difference: Difference
  /** How many others it stands for. */
  readonly more: number
}

export interface ShownSection {
  readonly section: string
  readonly kind: ChangedSection['kind']
  readonly title: string
  /** ISO time of the last look; null: never. */
  readonly at: string | null
  readonly changes: readonly ShownChange[]
}

/** The changed sections in the order of the report, those that are gone where they stood. */
export function shownSections(
  changed: readonly ChangedSection[],
  outline: readonly OutlineItem[],
  isMeant: (section: string) => boolean,
): readonly ShownSection[] {
  const items = new Map<string, OutlineItem>(outline.map(item => [item.id, item]))
  return changed
    .filter(({ section }) => isMeant(section))
    .map(({ differences, ...of }) => ({
      ...of,
      title: titleOf(of.section, items.get(of.section), differences),
      changes: changesOf(of.kind, differences),
    }))
}

function titleOf(section: string, item: OutlineItem | undefined, differences: readonly Difference[]): string {
  if (section === headOfReport) return vi.since.head
  if (item) return vi.review.section(item.path, item.title)
  // Its heading is the first of what is gone.
  return differences[0]?.parts.map(({ text }) => text).join('') || vi.since.gone
}

function changesOf(kind: ChangedSection['kind'], differences: readonly Difference[]): readonly ShownChange[] {
  const [first, ...others] = differences
  const isOne = kind !== 'changed' && others.every(each => each.kind === first?.kind)
  return first && isOne
    ? [{ difference: first, more: others.length }]
    : differences.map(difference => ({ difference, more: 0 }))
}

/**
 * Whether a section is the person's: assigned to them, or theirs to approve, also in somebody's place. Everything is,
 * where there is no committee.
 */
export function mineOf(
  { state, ledger }: Committee,
  outline: readonly OutlineItem[],
): (section: string) => boolean {
  const self = state.self?.id
  if (self === undefined) return () => true
  const member = memberAt(ledger, self)
  const [around, book, day] = [headingsAbove(outline), bookOf(ledger), new Date().toLocaleDateString('sv-SE')]
  const assigned = new Set(
    ledger.assignments.flatMap(each => (each.members.includes(self) ? [each.section] : [])),
  )
  return section => {
    const headings = around.get(section) ?? [section]
    const approvers = requiredApprovers(book, headings)
    const places = [self, ...placesTaken(book, self, { headings, day })]
    if (headings.some(each => assigned.has(each))) return true
    // Where nobody is named, whoever has the right approves.
    if (approvers.length === 0) return member !== null && can(member, 'approve', headings as BlockId[])
    return approvers.some(each => places.includes(each))
  }
}

/** The sections around each and itself, the outermost first. */
function headingsAbove(outline: readonly OutlineItem[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  let open: readonly OutlineItem[] = []
  for (const item of outline) {
    open = [...open.filter(({ level }) => depthOf(level) < depthOf(item.level)), item]
    found.set(
      item.id,
      open.map(({ id }) => id),
    )
  }
  return found
}
