import { speakersOf } from '../../../../shared/review/list/review-filter'
import { audiences } from '../../../../shared/review/record'
import { changeFilter } from '../../../state/annotations/watch'
import { useSnapshot } from '../../../state/use-session'
import { Field } from '../../../ui/Field'
import { Select, type Choice } from '../../../ui/Select'
import { vi } from '../../../wording/vi'
import type { HeadProps } from './Head'

const { filter: words } = vi.annotations
const any: Choice = { value: '', label: words.any }

/** Which threads are listed; what none of them has is not offered. */
export function Filters({ all, filter, speakers }: Omit<HeadProps, 'listed'>) {
  const outline = useSnapshot(now => now.outline())
  const ids = [...new Set(all.flatMap(({ annotation }) => speakersOf(annotation)))]
  const people = ids.map(id => speakers.of(id))
  const units = [...new Set(people.map(({ unit }) => unit).filter(Boolean))].sort(inVietnamese)
  const headings = new Set(all.flatMap(thread => thread.headings))
  const choices: Readonly<Record<'person' | 'unit' | 'section' | 'audience', readonly Choice[]>> = {
    person: people
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((a, b) => inVietnamese(a.label, b.label)),
    unit: units.map(unit => ({ value: unit, label: unit })),
    section: outline.items
      .filter(({ id }) => headings.has(id))
      .map(({ id, path, title }) => ({ value: id, label: vi.review.section(path, title) })),
    audience: audiences.map(audience => ({ value: audience, label: vi.annotations.audiences[audience] })),
  }
  return (
    <div className="filters" role="group" aria-label={words.title}>
      {(['person', 'unit', 'section', 'audience'] as const).map(by => (
        <Field key={by} label={words[by]}>
          {id => (
            <Select
              id={id}
              value={filter[by] ?? ''}
              choices={[any, ...choices[by]]}
              onChoose={value => changeFilter({ [by]: value || null })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

const inVietnamese = (a: string, b: string): number => a.localeCompare(b, 'vi')
