import { useId, useState } from 'react'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { vi } from '../../wording/vi'

interface ReasonFormProps {
  readonly title: string
  readonly lead?: string
  readonly label: string
  readonly send: string
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why, under the wordings that it is about. Escape closes it. */
export function ReasonForm({ title, lead, label, send, onSend, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const titleId = useId()
  return (
    <form
      className="form"
      aria-labelledby={titleId}
      onSubmit={event => {
        event.preventDefault()
        onSend(reason.trim())
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <strong id={titleId}>{title}</strong>
      {lead && <p className="lead">{lead}</p>}
      <Field label={label}>
        {id => (
          <textarea
            id={id}
            className="input"
            rows={2}
            maxLength={2000}
            autoFocus
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="acts">
        <Button look="primary" size="small" type="submit">
          {send}
        </Button>
        <Button look="quiet" size="small" onClick={onClose}>
          {vi.cancel}
        </Button>
      </div>
    </form>
  )
}
