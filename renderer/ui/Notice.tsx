import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const icons = { bad: CircleAlert, wait: TriangleAlert, good: CircleCheck, plain: Info }

interface NoticeProps {
  readonly kind: keyof typeof icons
  readonly title: string
  readonly children?: ReactNode
}

/** A message in place: what happened, what is safe, what to do. */
export function Notice({ kind, title, children }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <strong>{title}</strong>
      {children}
    </div>
  )
}
