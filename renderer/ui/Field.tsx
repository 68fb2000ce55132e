import { useId, type ReactNode } from 'react'

interface FieldProps {
  readonly label: string
  readonly hint?: string
  /** Gets the id that the label points to. */
  readonly children: (id: string) => ReactNode
}

export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <span className="hint">{hint}</span>}
    </div>
  )
}
