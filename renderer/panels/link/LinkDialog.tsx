import { useState } from 'react'
import { removeLink, safeHref, setLink } from '../../editor/commands/link'
import { useSession } from '../../state/use-session'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Field } from '../../ui/Field'
import { vi } from '../../wording/vi'

/** The address of the link at the caret. */
export function LinkDialog() {
  const session = useSession()
  const [before] = useState(() => session.caret()?.href ?? '')
  const [address, setAddress] = useState(before)
  const bad = address.trim() !== '' && safeHref(address) === null
  const close = () => showDialog(null)
  const set = () => {
    if (address.trim() === '' || bad) return
    close()
    // After the dialog has given the focus back: the command works on the editor in use.
    setTimeout(() => session.runHere(setLink(address)), 0)
  }
  const remove = () => {
    close()
    setTimeout(() => session.runHere(removeLink), 0)
  }
  const foot = (
    <>
      {before && <Button onClick={remove}>{vi.link.remove}</Button>}
      <Button look="primary" disabled={address.trim() === '' || bad} onClick={set}>
        {vi.link.set}
      </Button>
    </>
  )
  return (
    <Dialog title={vi.link.title} closeLabel={vi.close} onClose={close} foot={foot}>
      <div className="dialog-body">
        <Field label={vi.link.address} hint={bad ? vi.link.bad : vi.link.hint}>
          {id => (
            <input
              id={id}
              className="input"
              data-first
              aria-invalid={bad}
              value={address}
              onChange={event => setAddress(event.target.value)}
              onKeyDown={event => event.key === 'Enter' && set()}
            />
          )}
        </Field>
      </div>
    </Dialog>
  )
}
