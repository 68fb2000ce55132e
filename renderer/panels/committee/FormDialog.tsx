import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'

interface FormDialogProps {
  readonly title: string
  /** On the button that sends the form; `working` while that lasts. */
  readonly go: string
  readonly working?: string
  readonly isBusy: boolean
  readonly onGo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that is one form: Enter sends it, Escape leaves it. */
export function FormDialog({ title, isBusy, onGo, onClose, children, ...words }: FormDialogProps) {
  const { go, working = vi.committee.working } = words
  return (
    <Dialog
      title={title}
      closeLabel={vi.close}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{vi.cancel}</Button>
          <Button type="submit" form="dialog-form" look="primary" disabled={isBusy}>
            {isBusy ? working : go}
          </Button>
        </>
      }
    >
      <form
        id="dialog-form"
        className="dialog-body form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          onGo()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
