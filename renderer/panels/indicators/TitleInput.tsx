import type { OpenStep } from '../../editor/undo/open-step'
import { useTyped } from '../../state/use-typed'

interface TitleInputProps {
  readonly className: string
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly readOnly: boolean
  /** Words that are looked for stand in it; `here`: the person is at one of them. */
  readonly found?: 'some' | 'here' | null
  readonly openStep: () => OpenStep
  readonly onWrite: (value: string) => void
}

/** A title that is edited where it stands: written while it is typed, restored by Escape. */
export function TitleInput({ value, onWrite, openStep, label, found, ...field }: TitleInputProps) {
  const typed = useTyped({ value, write: onWrite, openStep })
  return (
    <textarea
      {...field}
      className={`title-input ${field.className}`}
      aria-label={label}
      data-found={found ?? undefined}
      rows={1}
      value={typed.words}
      spellCheck={false}
      onChange={event => typed.type(event.target.value.replaceAll('\n', ' '))}
      onBlur={typed.leave}
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        if (event.key === 'Escape') typed.restore()
        event.currentTarget.blur()
      }}
    />
  )
}
