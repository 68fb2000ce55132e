import { Send } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { vi } from '../../../wording/vi'

interface SendRowProps {
  readonly hint: string
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onSend: () => void
  readonly onLeave: () => void
}

const words = vi.proposals.editor

/** Why, and the two ways out of writing a proposal. */
export function SendRow({ hint, reason, onReason, onSend, onLeave }: SendRowProps) {
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        onSend()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onLeave()
      }}
    >
      <Field label={words.reason}>
        {id => <input id={id} value={reason} onChange={event => onReason(event.target.value)} />}
      </Field>
      <div className="foot">
        <span className="hint grow" role="status">
          {hint}
        </span>
        <Button size="small" onClick={onLeave}>
          {words.cancel}
        </Button>
        <Button size="small" look="primary" icon={Send} type="submit">
          {words.send}
        </Button>
      </div>
    </form>
  )
}
