import { ChevronDown } from 'lucide-react'
import type { SelectHTMLAttributes } from 'react'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean
}

interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  readonly choices: readonly Choice[]
  readonly onChoose: (value: string) => void
}

export function Select({ choices, onChoose, ...rest }: SelectProps) {
  return (
    <span className="with-chevron">
      <select className="select" onChange={event => onChoose(event.target.value)} {...rest}>
        {choices.map(choice => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
