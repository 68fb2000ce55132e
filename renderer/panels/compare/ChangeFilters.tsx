import { FilterX } from 'lucide-react'
import { differenceClasses, differenceKinds } from '../../../shared/compare/difference'
import { countsOf, noFilter, nobody, type ChangeFilter, type ListedChange } from '../../state/compare-filter'
import { Select, type Choice } from '../../ui/Select'
import { ToolButton } from '../../ui/ToolButton'
import { vi } from '../../wording/vi'

interface ChangeFiltersProps {
  readonly changes: readonly ListedChange[]
  readonly filter: ChangeFilter
  /** Sections in the order of the report, by id. */
  readonly sections: readonly { readonly id: string; readonly name: string }[]
  readonly nameOf: (member: string) => string
  readonly onFilter: (filter: ChangeFilter) => void
}

const all = 'all'

/** Which changes are listed; each choice says how many it leaves. */
export function ChangeFilters({ changes, filter, sections, nameOf, onFilter }: ChangeFiltersProps) {
  const choose = (aspect: keyof ChangeFilter) => (value: string) =>
    onFilter({ ...filter, [aspect]: value === all ? null : value })
  const choicesOf = (aspect: keyof ChangeFilter, names: readonly (readonly [string, string])[]): Choice[] => {
    const counts = countsOf(changes, filter, aspect)
    return [
      { value: all, label: vi.compare.all },
      ...names.flatMap(([value, name]) => {
        const count = counts.get(value) ?? 0
        return count > 0 || filter[aspect] === value ? [{ value, label: vi.compare.of(name, count) }] : []
      }),
    ]
  }
  const authors = [...new Set(changes.flatMap(each => each.authors))]
  const choices: Readonly<Record<keyof ChangeFilter, Choice[]>> = {
    class: choicesOf(
      'class',
      differenceClasses.map(each => [each, vi.since.classes[each]]),
    ),
    kind: choicesOf(
      'kind',
      differenceKinds.map(each => [each, vi.since.kinds[each]]),
    ),
    section: choicesOf('section', [
      [nobody, vi.since.head],
      ...sections.map(({ id, name }) => [id, name] as const),
    ]),
    author: choicesOf('author', [
      ...authors.map(member => [member, nameOf(member)] as const),
      [nobody, vi.compare.nobody],
    ]),
  }
  const isFiltered = Object.values(filter).some(value => value !== null)
  return (
    <div className="change-filters">
      {(['class', 'kind', 'section', 'author'] as const).map(aspect => (
        <label key={aspect}>
          <span>{vi.compare[aspect]}</span>
          <Select value={filter[aspect] ?? all} choices={choices[aspect]} onChoose={choose(aspect)} />
        </label>
      ))}
      {isFiltered && (
        <ToolButton
          size="small"
          icon={FilterX}
          label={vi.compare.noFilter}
          onClick={() => onFilter(noFilter)}
        >
          {vi.compare.noFilter}
        </ToolButton>
      )}
    </div>
  )
}
