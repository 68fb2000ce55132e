import { useCommittee } from '../../state/committee'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { vi } from '../../wording/vi'
import { CommitteeParts } from './CommitteeParts'
import { StartSharing } from './StartSharing'

const close = () => showDialog(null)

/** Who writes the report together, and how they come in; before that, how it is shared. */
export function ShareDialog() {
  const isShared = useCommittee(({ state, sharing }) => state.part === 'member' || sharing !== null)
  if (!isShared) return <StartSharing onClose={close} />
  return (
    <Dialog
      title={vi.committee.title}
      closeLabel={vi.close}
      size="wide"
      onClose={close}
      foot={<Button onClick={close}>{vi.close}</Button>}
    >
      <CommitteeParts />
    </Dialog>
  )
}
