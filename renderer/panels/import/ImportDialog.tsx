import { unreachable } from '../../../shared/util/exhaustive'
import { cancelTask, closeImport, startImport } from '../../state/import-file'
import { useWindow } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { vi } from '../../wording/vi'
import { ImportPreview } from './ImportPreview'

/** The three faces of an import: reading, what was found, why it failed. */
export function ImportDialog() {
  const importing = useWindow(state => state.importing)
  if (!importing) return null
  switch (importing.kind) {
    case 'reading':
      return <Reading {...importing.doing} />
    case 'preview':
      return <ImportPreview key={importing.preview.token} preview={importing.preview} />
    case 'failed':
      return <Failed message={importing.message} />
    default:
      return unreachable(importing)
  }
}

function Reading({ taskId, step, done, of }: { taskId: string; step: string; done: number; of: number }) {
  const cancel = () => {
    cancelTask(taskId)
    closeImport()
  }
  return (
    <Dialog
      title={vi.import.reading}
      closeLabel={vi.import.cancel}
      onClose={cancel}
      foot={
        <Button data-first onClick={cancel}>
          {vi.import.cancel}
        </Button>
      }
    >
      <div className="dialog-body">
        <Progress label={vi.import.reading} done={done} of={of} />
        <p aria-live="polite">{step || `${vi.import.reading}…`}</p>
        <p className="quiet">{vi.import.readingSafe}</p>
      </div>
    </Dialog>
  )
}

function Failed({ message }: { message: string }) {
  const again = () => {
    closeImport()
    void startImport()
  }
  const foot = (
    <>
      <Button onClick={again}>{vi.import.another}</Button>
      <Button look="primary" onClick={closeImport}>
        {vi.close}
      </Button>
    </>
  )
  return (
    <Dialog title={vi.import.failed} closeLabel={vi.close} onClose={closeImport} foot={foot}>
      <div className="dialog-body">
        <Notice kind="bad" title={message}>
          <p>{vi.import.failedSafe}</p>
          <p>{vi.import.failedDo}</p>
        </Notice>
      </div>
    </Dialog>
  )
}
