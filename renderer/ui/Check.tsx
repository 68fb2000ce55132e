interface CheckProps {
  readonly label: string
  /** What it is called aloud, where the label alone would say the same of several. */
  readonly name?: string
  readonly disabled?: boolean
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function Check({ label, name, disabled, checked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        aria-label={name}
        disabled={disabled}
        checked={checked}
        onChange={event => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}
