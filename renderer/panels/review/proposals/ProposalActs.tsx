import { Check, CornerDownRight, MapPin, RotateCcw, X } from 'lucide-react'
import { useState } from 'react'
import type { Applied } from '../../../../shared/review/apply-edit'
import type { Proposal } from '../../../../shared/review/review'
import { accept, mayDecide, reject, reopen, withdraw } from '../../../state/decide-proposals'
import { counter } from '../../../state/proposing'
import { goToAnchor } from '../../../state/step-proposals'
import { useSession } from '../../../state/use-session'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'
import { vi } from '../../../wording/vi'

interface ProposalActsProps {
  readonly proposal: Proposal
  readonly applied: Applied | null
}

const { acts } = vi.proposals

/** What can be done with a proposal; what the person may not do is not offered. */
export function ProposalActs({ proposal, applied }: ProposalActsProps) {
  const session = useSession()
  const [isRejecting, setRejecting] = useState(false)
  const may = (kind: Parameters<typeof mayDecide>[2]) => mayDecide(session, proposal, kind)
  if (isRejecting)
    return <RejectForm onSend={reason => void reject(proposal, reason)} onLeave={() => setRejecting(false)} />
  return (
    <div className="acts">
      {applied?.kind === 'edit' && may('proposal.accepted') && (
        <Button
          size="small"
          look="primary"
          icon={Check}
          data-accept
          onClick={() => void accept(session, [proposal])}
        >
          {acts.accept}
        </Button>
      )}
      {proposal.state === 'open' && may('proposal.rejected') && (
        <Button size="small" icon={X} onClick={() => setRejecting(true)}>
          {acts.reject}
        </Button>
      )}
      {proposal.state === 'open' && (
        <Button size="small" icon={CornerDownRight} onClick={() => counter(session, proposal)}>
          {acts.counter}
        </Button>
      )}
      {may('proposal.withdrawn') && (
        <Button size="small" onClick={() => void withdraw(proposal)}>
          {acts.withdraw}
        </Button>
      )}
      {proposal.state !== 'open' && proposal.state !== 'accepted' && may('proposal.reopened') && (
        <Button size="small" icon={RotateCcw} onClick={() => void reopen(proposal)}>
          {acts.reopen}
        </Button>
      )}
      <Button
        size="small"
        look="quiet"
        icon={MapPin}
        onClick={() => goToAnchor(session, proposal.anchor, true)}
      >
        {acts.go}
      </Button>
    </div>
  )
}

interface RejectFormProps {
  readonly onSend: (reason: string) => void
  readonly onLeave: () => void
}

function RejectForm({ onSend, onLeave }: RejectFormProps) {
  const [reason, setReason] = useState('')
  return (
    <form
      className="reject-form"
      onSubmit={event => {
        event.preventDefault()
        onLeave()
        onSend(reason.trim())
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <Field label={acts.reason}>
        {id => <input id={id} autoFocus value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
      <div className="acts">
        <Button size="small" look="primary" type="submit">
          {acts.send}
        </Button>
        <Button size="small" onClick={onLeave}>
          {acts.cancel}
        </Button>
      </div>
    </form>
  )
}
