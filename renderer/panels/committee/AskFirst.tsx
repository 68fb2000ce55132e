import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'

interface AskFirstProps {
  /** On the button. */
  readonly label: string
  /** What it is called aloud, where the label alone would say the same of several. */
  readonly name: string
  readonly title: string
  readonly body: string
  readonly yes: string
  readonly disabled?: boolean
  readonly onYes: () => void
}

/** A button whose deed is asked about before it is done. */
export function AskFirst({ label, name, title, body, yes, disabled = false, onYes }: AskFirstProps) {
  const [isAsking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const foot = (
    <>
      <Button data-first onClick={close}>
        {vi.cancel}
      </Button>
      <Button
        look="primary"
        onClick={() => {
          close()
          onYes()
        }}
      >
        {yes}
      </Button>
    </>
  )
  return (
    <>
      <Button size="small" aria-label={name} disabled={disabled} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog title={title} closeLabel={vi.close} onClose={close} foot={foot}>
          <div className="dialog-body">
            <p>{body}</p>
          </div>
        </Dialog>
      )}
    </>
  )
}
