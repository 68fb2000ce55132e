import { differenceClasses, type Difference, type DifferenceClass } from '../compare/difference'
import { groupBy } from '../util/group-by'
import type { Change, ChangedSection, ClassCounts } from './change-list'
import { sectionWords, type Both } from './place-of'
import type { SectionPair } from './section-pairs'
import { placeWords } from './words'

/** Sections in which something changed, in reading order; what stands before all sections comes first. */
export function changedSections(
  pairs: readonly SectionPair[],
  told: readonly { readonly difference: Difference; readonly change: Change }[],
  both: Both,
): readonly ChangedSection[] {
  const bySection = groupBy(
    told.map(({ change }) => change),
    ({ place }) => place.section?.id ?? '',
  )
  const moved = movedSections(told, both)
  const sections = pairs.flatMap(({ was, now }): ChangedSection[] => {
    const id = now ?? was ?? ''
    const name = both.sectionName(id)
    const changes = bySection.get(id) ?? []
    const state = now === null ? 'removed' : was === null ? 'added' : moved.has(now) ? 'moved' : 'stayed'
    if (!name || (changes.length === 0 && state === 'stayed')) return []
    const side = now === null ? both.was : both.now
    const around = both.sectionName(side.section(id)?.outermost) ?? name
    const outermost = { id: around.id, name: sectionWords(around) }
    return [{ ...name, outermost, state, changes: changes.length, classes: countClasses(changes) }]
  })
  const head = bySection.get('') ?? []
  return head.length === 0 ? sections : [headOf(head), ...sections]
}

const headOf = (changes: readonly Change[]): ChangedSection => ({
  id: '',
  title: '',
  number: { was: null, now: null },
  path: '',
  outermost: { id: '', name: placeWords.head },
  state: 'stayed',
  changes: changes.length,
  classes: countClasses(changes),
})

export const countClasses = (changes: readonly { readonly class: DifferenceClass }[]): ClassCounts =>
  countBy(
    differenceClasses,
    changes.map(change => change.class),
  )

/** How often each of some names occurs; those that do not are 0. */
export function countBy<Name extends string>(
  names: readonly Name[],
  found: readonly Name[],
): Readonly<Record<Name, number>> {
  const counts = Object.fromEntries(names.map(name => [name, 0])) as Record<Name, number>
  for (const name of found) counts[name]++
  return counts
}

/** The sections that moved by themselves: not those that went along inside another. */
function movedSections(
  told: readonly { readonly difference: Difference }[],
  { now }: Both,
): ReadonlySet<string> {
  const moved = new Set<string>()
  for (const { difference } of told) {
    if (difference.kind !== 'moved') continue
    const headings = new Set<string>(difference.now.filter(id => now.section(id)))
    const inside = new Set(
      [...headings].flatMap(id => now.section(id)?.children.map(child => child.id) ?? []),
    )
    for (const id of headings) if (!inside.has(id as (typeof difference.now)[number])) moved.add(id)
  }
  return moved
}
