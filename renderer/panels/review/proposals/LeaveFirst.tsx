import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { vi } from '../../../wording/vi'

const words = vi.proposals.editor

/** Asks before words that were written and not sent are given up. */
export function LeaveFirst({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const foot = (
    <>
      <Button data-first onClick={onStay}>
        {words.stay}
      </Button>
      <Button look="primary" onClick={onLeave}>
        {words.leaveYes}
      </Button>
    </>
  )
  return (
    <Dialog title={words.leave} closeLabel={vi.close} onClose={onStay} foot={foot}>
      <div className="dialog-body">
        <p>{words.leaveBody}</p>
      </div>
    </Dialog>
  )
}
