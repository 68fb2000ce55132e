import type { ComparedRow } from '../../state/compare-rows'
import { vi } from '../../wording/vi'
import { useCompared } from './compared'
import { PlainWords } from './Words'

/** What stands above and below the text, where it is not as it was. */
export function ChangedFields({ row }: { row: ComparedRow }) {
  const { current } = useCompared()
  return (
    <div className="compared-fields">
      <p className="name">{vi.compare.fields}</p>
      <dl>
        {row.differences.map(
          ({ key, place, parts }) =>
            place.kind === 'field' && (
              <div key={key} data-difference={key} aria-current={current === key ? 'true' : undefined}>
                <dt>{vi.fields.names[place.name]}</dt>
                <dd>
                  <PlainWords parts={parts} side="both" />
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
