import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { MemberView } from '../../../shared/ipc/ledger-view'
import { unreachable } from '../../../shared/util/exhaustive'
import { mayAdminister, useCommittee } from '../../state/committee'
import { Button } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { vi } from '../../wording/vi'
import { ConnectionPart } from './ConnectionPart'
import { InvitationsPart } from './InvitationsPart'
import { InviteDialog } from './InviteDialog'
import { MembersPart } from './MembersPart'
import { Refusal } from './Refusal'
import { useActing, type Acting } from './use-acting'
import { WorkPart } from './WorkPart'

type Part = 'members' | 'work' | 'invitations' | 'connection'

const choices = (['members', 'work', 'invitations', 'connection'] as const).map(value => ({
  ...{ value, label: vi.committee.parts[value] },
}))

/** The committee of a shared report, part by part. */
export function CommitteeParts() {
  const [part, setPart] = useState<Part>('members')
  /** Somebody new, or a member who comes from another computer as well. */
  const [inviting, setInviting] = useState<MemberView | 'new' | null>(null)
  const mayChange = useCommittee(mayAdminister)
  const acting = useActing()
  return (
    <div className="committee">
      <div className="committee-head">
        <Segments label={vi.committee.parts.label} value={part} choices={choices} onChoose={setPart} />
        <span className="grow" />
        {mayChange && (
          <Button data-first look="primary" icon={UserPlus} onClick={() => setInviting('new')}>
            {vi.committee.members.invite}
          </Button>
        )}
      </div>
      <Refusal title={vi.committee.refused} words={acting.failure} />
      <div className="committee-part">
        <Shown part={part} acting={acting} mayChange={mayChange} onInvite={setInviting} />
      </div>
      {inviting !== null && (
        <InviteDialog again={inviting === 'new' ? null : inviting} onClose={() => setInviting(null)} />
      )}
    </div>
  )
}

export interface PartProps {
  readonly acting: Acting
  /** False: the person only looks. */
  readonly mayChange: boolean
}

type ShownProps = PartProps & { part: Part; onInvite: (member: MemberView) => void }

function Shown({ part, onInvite, ...props }: ShownProps) {
  switch (part) {
    case 'members':
      return <MembersPart {...props} onInvite={onInvite} />
    case 'work':
      return <WorkPart {...props} />
    case 'invitations':
      return <InvitationsPart {...props} />
    case 'connection':
      return <ConnectionPart {...props} />
    default:
      return unreachable(part)
  }
}
