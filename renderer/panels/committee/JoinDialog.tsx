import { nanoid } from 'nanoid'
import { useRef, useState } from 'react'
import { readInvitation } from '../../../shared/session/invitation'
import { ask } from '../../host/ask'
import { cancelTask } from '../../state/import-file'
import { showDialog } from '../../state/window-state'
import { Field } from '../../ui/Field'
import { vi } from '../../wording/vi'
import { FormDialog } from './FormDialog'
import { InvitationFile } from './InvitationFile'
import { Refusal } from './Refusal'
import { useActing } from './use-acting'

const words = vi.committee.join

/** The way into a report that somebody else shares. */
export function JoinDialog() {
  const [given, setGiven] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const task = useRef<string | null>(null)
  const { isBusy, failure, act } = useActing()
  const close = () => {
    if (task.current !== null) cancelTask(task.current)
    showDialog(null)
  }
  const join = async () => {
    task.current = nanoid(12)
    const asked = { invitation: given.trim(), taskId: task.current }
    const isIn = await act(() => ask('committee.join', asked))
    task.current = null
    if (isIn) showDialog(null)
  }
  const go = () => {
    const found = faultIn(given)
    setFault(found)
    if (found === null) void join()
  }
  return (
    <FormDialog
      {...{ title: words.title, go: words.go, working: words.joining, isBusy }}
      onGo={go}
      onClose={close}
    >
      <p className="lead">{words.lead}</p>
      <Field label={words.invitation}>
        {id => (
          <textarea
            {...{ id, rows: 4, spellCheck: false, className: 'input code', value: given }}
            data-first
            onChange={event => setGiven(event.target.value)}
          />
        )}
      </Field>
      <InvitationFile onRead={setGiven} onFault={setFault} />
      <Refusal title={words.failed} words={fault ?? failure} />
    </FormDialog>
  )
}

function faultIn(given: string): string | null {
  if (given.trim() === '') return words.missing
  return readInvitation(given) ? null : words.notAnInvitation
}
