import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'

interface ToolButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Its name, read aloud; shown as a tip together with the keys. */
  readonly label: string
  /** The keys that do the same, as a person reads them ("Ctrl+B"). */
  readonly keys?: string
  readonly icon?: LucideIcon
  readonly pressed?: boolean
  readonly size?: 'normal' | 'small'
  /** Words beside the icon. */
  readonly children?: ReactNode
}

/** A button of a tool bar. Pressing it with the mouse leaves the caret where it is. */
export function ToolButton(props: ToolButtonProps) {
  const { label, keys, icon: Icon, pressed, size = 'normal', children, ...rest } = props
  return (
    <button
      type="button"
      className={size === 'small' ? 'tool small' : 'tool'}
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys})` : label}
      onMouseDown={keepCaret}
      {...rest}
    >
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  )
}

const keepCaret = (event: MouseEvent) => event.preventDefault()
