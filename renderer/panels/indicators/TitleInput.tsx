import { useState } from 'react'

interface TitleInputProps {
  readonly className: string
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (value: string) => void
}

/** A title that is edited where it stands: written on Enter or when the focus leaves, restored by Escape. */
export function TitleInput({ value, onChange, ...rest }: TitleInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const { label, className, ...field } = rest
  function finish() {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim())
    setTyped(null)
  }
  return (
    <textarea
      {...field}
      className={`title-input ${className}`}
      aria-label={label}
      rows={1}
      value={typed ?? value}
      spellCheck={false}
      onChange={event => setTyped(event.target.value.replaceAll('\n', ' '))}
      onBlur={finish}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') setTyped(null)
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Enter') finish()
        event.currentTarget.blur()
      }}
    />
  )
}
