import { useState } from 'react'
import type { MemberView } from '../../../shared/ipc/ledger-view'
import type { WrittenInvitation } from '../../../shared/ipc/sharing'
import { ask } from '../../host/ask'
import { Button } from '../../ui/Button'
import { vi } from '../../wording/vi'
import { FormDialog, type Result } from './FormDialog'
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
  const result = written && resultOf(written, { onAnother: again ? null : another, onClose })
  const title = again ? words.titleAgain(again.name) : words.title
  return (
    <FormDialog go={words.go} {...{ title, isBusy, result, onClose }} onGo={go}>
      <InviteFields guest={guest} isAgain={again !== null} onChange={setGuest} />
      <Refusal title={words.failed} words={fault ?? failure} />
    </FormDialog>
  )
}

interface After {
  readonly onAnother: (() => void) | null
  readonly onClose: () => void
}

const resultOf = (written: Written, { onAnother, onClose }: After): Result => ({
  title: words.done(written.name),
  body: <WrittenInvitationBody {...written} />,
  foot: (
    <>
      {onAnother && <Button onClick={onAnother}>{words.another}</Button>}
      <Button look="primary" onClick={onClose}>
        {vi.close}
      </Button>
    </>
  ),
})
