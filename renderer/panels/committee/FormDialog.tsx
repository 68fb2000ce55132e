import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'

/** What a dialog shows once its form is done with. */
export interface Result {
  readonly title: string
  readonly foot: ReactNode
  readonly body: ReactNode
}

interface FormDialogProps {
  readonly title: string
  /** On the button that sends the form; `working` while that lasts. */
  readonly go: string
  readonly working?: string
  readonly isBusy: boolean
  /** Shown in place of the form, in the same dialog. */
  readonly result?: Result | null
  readonly onGo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that is one form: Enter sends it, Escape leaves it. */
export function FormDialog({
  title,
  isBusy,
  result = null,
  onGo,
  onClose,
  children,
  ...words
}: FormDialogProps) {
  const { go, working = vi.committee.working } = words
  const foot = (
    <>
      <Button onClick={onClose}>{vi.cancel}</Button>
      <Button type="submit" form="dialog-form" look="primary" disabled={isBusy}>
        {isBusy ? working : go}
      </Button>
    </>
  )
  return (
    <Dialog
      title={result?.title ?? title}
      closeLabel={vi.close}
      onClose={onClose}
      foot={result?.foot ?? foot}
    >
      {result?.body ?? (
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
      )}
    </Dialog>
  )
}
