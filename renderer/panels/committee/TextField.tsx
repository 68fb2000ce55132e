import type { InputHTMLAttributes } from 'react'
import { Field } from '../../ui/Field'

interface TextFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'maxLength' | 'inputMode'> {
  readonly label: string
  readonly hint?: string
  readonly value: string
  /** Has the focus to begin with. */
  readonly isFirst?: boolean
  readonly look?: '' | 'short'
  readonly onType: (value: string) => void
}

export function TextField({ label, hint, isFirst, look = '', onType, ...rest }: TextFieldProps) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {id => (
        <input
          id={id}
          className={`input ${look}`}
          data-first={isFirst || undefined}
          onChange={event => onType(event.target.value)}
          {...rest}
        />
      )}
    </Field>
  )
}
