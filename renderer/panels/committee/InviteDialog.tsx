import { useState } from 'react'
import type { MemberView } from '../../../shared/ipc/ledger-view'
import type { WrittenInvitation } from '../../../shared/ipc/sharing'
import { ask } from '../../host/ask'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { FormDialog } from './FormDialog'
import { faultIn, newGuest, wishOf, type Guest } from './guest'
import { InviteFields } from './InviteFields'
import { Refusal } from './Refusal'
import { useActing } from './use-acting'
import { WrittenInvitationBody } from './WrittenInvitationBody'

const words = vi.committee.invite

interface InviteDialogProps {
  /** A member who is invited once more, for another computer; null for somebody new. */
  readonly again: MemberView | null
  readonly onClose: () => void
}

interface Written {
  readonly name: string
  readonly expires: string
  readonly invitation: WrittenInvitation
}

export function InviteDialog({ again, onClose }: InviteDialogProps) {
  const [guest, setGuest] = useState<Guest>(newGuest)
  const [written, setWritten] = useState<Written | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { isBusy, failure, act } = useActing()
  const go = () => {
    const found = again ? null : faultIn(guest)
    setFault(found)
    if (found !== null) return
    const wish = wishOf(guest, again?.id ?? null, Date.now())
    void act(async () => {
      const invitation = await ask('committee.invite', wish)
      setWritten({ name: again?.name ?? guest.name.trim(), expires: wish.expires, invitation })
    })
  }
  const another = () => {
    setGuest(newGuest)
    setWritten(null)
  }
  if (written) return <Done {...written} onAnother={again ? null : another} onClose={onClose} />
  const title = again ? words.titleAgain(again.name) : words.title
  return (
    <FormDialog go={words.go} {...{ title, isBusy, onClose }} onGo={go}>
      <InviteFields guest={guest} isAgain={again !== null} onChange={setGuest} />
      <Refusal title={words.failed} words={fault ?? failure} />
    </FormDialog>
  )
}

type DoneProps = Written & { onAnother: (() => void) | null; onClose: () => void }

function Done({ onAnother, onClose, ...written }: DoneProps) {
  const foot = (
    <>
      {onAnother && <Button onClick={onAnother}>{words.another}</Button>}
      <Button look="primary" onClick={onClose}>
        {vi.close}
      </Button>
    </>
  )
  return (
    <Dialog title={words.done(written.name)} closeLabel={vi.close} onClose={onClose} foot={foot}>
      <WrittenInvitationBody {...written} />
    </Dialog>
  )
}
