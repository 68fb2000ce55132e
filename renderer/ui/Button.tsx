import type { ButtonHTMLAttributes, ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly 'data-first'?: boolean
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly size?: 'normal' | 'small' | 'large'
  readonly icon?: LucideIcon
  readonly children: ReactNode
}

export function Button({ look = 'plain', size = 'normal', icon: Icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button ${look} ${size}`} {...rest}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
    </button>
  )
}
