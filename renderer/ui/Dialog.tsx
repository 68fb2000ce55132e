import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { rememberFocus } from './give-focus-back'
import { ToolButton } from './ToolButton'

interface DialogProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly size?: '' | 'wide' | 'tall' | 'wide tall' | 'whole'
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/**
 * A modal dialog of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back. What
 * bears `data-first` has the focus to begin with.
 */
export function Dialog({ title, closeLabel, onClose, size = '', foot, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = element.current
    const giveFocusBack = rememberFocus()
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      giveFocusBack()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog ${size}`}
      aria-labelledby={titleId}
      onCancel={event => {
        // React hands the event on to the dialog below; and a file field says so when nothing was chosen.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <ToolButton label={closeLabel} icon={X} onClick={onClose} />
      </div>
      {children}
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  )
}
