import { ChevronDown } from 'lucide-react'
import type { Source } from '../../../shared/versions/source'
import { vi } from '../../wording/vi'
import { sourceOf, valueOf, type SourceGroup } from './source-choices'

interface SourcePickerProps {
  readonly label: string
  readonly source: Source | null
  readonly groups: readonly SourceGroup[]
  readonly onChoose: (source: Source) => void
  /** A Word file that was not read yet. */
  readonly onOther: () => void
}

const other = 'other'

/** Which text stands on one side. */
export function SourcePicker({ label, source, groups, onChoose, onOther }: SourcePickerProps) {
  function choose(value: string): void {
    const chosen = sourceOf(value)
    if (chosen) onChoose(chosen)
    else if (value === other) onOther()
  }
  const value = source ? valueOf(source) : ''
  const isListed =
    value === 'today' || groups.some(({ choices }) => choices.some(each => each.value === value))
  return (
    <label className="side">
      {label}
      <span className="with-chevron">
        <select className="select" value={value} onChange={event => choose(event.target.value)}>
          {!isListed && (
            <option value={value} disabled>
              {value === '' ? vi.compare.choose : vi.compare.unknown}
            </option>
          )}
          <option value="today">{vi.compare.today}</option>
          {groups.map(({ name, choices }) => (
            <optgroup key={name} label={name}>
              {choices.map(each => (
                <option key={each.value} value={each.value}>
                  {each.label}
                </option>
              ))}
            </optgroup>
          ))}
          <option value={other}>{vi.compare.otherFile}</option>
        </select>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </span>
    </label>
  )
}
