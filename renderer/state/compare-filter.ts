import type { Difference, DifferenceClass, DifferenceKind } from '../../shared/compare/difference'
import type { ComparedRow, ComparedRows } from './compare-rows'

/** Which changes are listed; null: whatever it is. */
export interface ChangeFilter {
  /** A section with all inside it. */
  readonly section: string | null
  readonly kind: DifferenceKind | null
  readonly class: DifferenceClass | null
  /** A member; `nobody`: of whom it is not known who wrote it. */
  readonly author: string | null
}

export const noFilter: ChangeFilter = { section: null, kind: null, class: null, author: null }

/** Nobody bears this id. */
export const nobody = ''

/** A change as the list shows it. */
export interface ListedChange {
  readonly difference: Difference
  readonly row: ComparedRow
  /** The section in which it stands and those around it, the outermost first. */
  readonly sections: readonly string[]
  /** Members who wrote there between the two texts; empty where that is not known. */
  readonly authors: readonly string[]
}

/** All changes in the order in which they stand. */
export function listedChanges(
  { rows, rowOf }: ComparedRows,
  differences: readonly Difference[],
  authorsOf: (difference: Difference, row: ComparedRow) => readonly string[],
): readonly ListedChange[] {
  return differences
    .flatMap(difference => {
      const index = rowOf.get(difference.key)
      const row = index === undefined ? undefined : rows[index]
      return row && index !== undefined ? [{ difference, row, index }] : []
    })
    .sort((one, other) => one.index - other.index)
    .map(({ difference, row }) => {
      const own = difference.section ?? ''
      const sections = own === '' || row.around.some(id => id === own) ? row.around : [...row.around, own]
      return { difference, row, sections, authors: authorsOf(difference, row) }
    })
}

type Aspect = keyof ChangeFilter

const fits: { readonly [A in Aspect]: (change: ListedChange, wanted: string) => boolean } = {
  section: ({ sections }, wanted) => (wanted === nobody ? sections.length === 0 : sections.includes(wanted)),
  kind: ({ difference }, wanted) => difference.kind === wanted,
  class: ({ difference }, wanted) => difference.class === wanted,
  author: ({ authors }, wanted) => (wanted === nobody ? authors.length === 0 : authors.includes(wanted)),
}

/** The changes that fit all of the filter, or all of it but one aspect. */
export const filterChanges = (
  changes: readonly ListedChange[],
  filter: ChangeFilter,
  except?: Aspect,
): readonly ListedChange[] => {
  const wanted = (Object.keys(fits) as Aspect[]).flatMap(aspect => {
    const value = filter[aspect]
    return value === null || aspect === except ? [] : [{ aspect, value }]
  })
  return wanted.length === 0
    ? changes
    : changes.filter(change => wanted.every(({ aspect, value }) => fits[aspect](change, value)))
}

/** How many of the changes each value of an aspect has, when the other aspects are filtered as they are. */
export function countsOf(
  changes: readonly ListedChange[],
  filter: ChangeFilter,
  aspect: Aspect,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const change of filterChanges(changes, filter, aspect))
    for (const value of valuesOf[aspect](change)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const orNobody = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [nobody])

const valuesOf: { readonly [A in Aspect]: (change: ListedChange) => readonly string[] } = {
  section: ({ sections }) => orNobody(sections),
  kind: ({ difference }) => [difference.kind],
  class: ({ difference }) => [difference.class],
  author: ({ authors }) => orNobody(authors),
}
