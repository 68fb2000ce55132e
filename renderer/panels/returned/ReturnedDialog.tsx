import { unreachable } from '../../../shared/util/exhaustive'
import { cancelTask } from '../../state/import-file'
import { receiveWord, stopReceiving, useReceiving } from '../../state/returned/returned-file'
import { useSession } from '../../state/use-session'
import type { Doing } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { vi } from '../../wording/vi'
import { ReturnedPreview } from './ReturnedPreview'

const words = vi.returned

/** Taking in a Word file that came back: reading, what it brings, why it failed. */
export function ReturnedDialog() {
  const now = useReceiving(state => state.now)
  if (!now) return null
  switch (now.kind) {
    case 'reading':
      return <Reading {...now.doing} />
    case 'read':
      return <ReturnedPreview file={now.file} />
    case 'failed':
      return <Failed message={now.message} />
    default:
      return unreachable(now)
  }
}

function Reading({ taskId, step, done, of }: Doing) {
  const cancel = () => {
    cancelTask(taskId)
    stopReceiving()
  }
  const foot = (
    <Button data-first onClick={cancel}>
      {vi.cancel}
    </Button>
  )
  return (
    <Dialog title={words.title} closeLabel={vi.cancel} onClose={cancel} foot={foot}>
      <div className="dialog-body">
        <Progress label={words.reading} done={done} of={of} />
        <p aria-live="polite">{step || `${words.reading}…`}</p>
        <p className="quiet">{words.readingSafe}</p>
      </div>
    </Dialog>
  )
}

function Failed({ message }: { readonly message: string }) {
  const session = useSession()
  const again = () => {
    stopReceiving()
    void receiveWord(session)
  }
  const foot = (
    <>
      <Button onClick={again}>{words.another}</Button>
      <Button data-first look="primary" onClick={stopReceiving}>
        {vi.close}
      </Button>
    </>
  )
  return (
    <Dialog title={words.failed} closeLabel={vi.close} onClose={stopReceiving} foot={foot}>
      <div className="dialog-body">
        <Notice kind="bad" title={message}>
          <p>{words.failedSafe}</p>
        </Notice>
      </div>
    </Dialog>
  )
}
