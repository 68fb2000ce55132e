import { unreachable } from '../../../shared/util/exhaustive'
import { useSession } from '../../state/use-session'
import { showDialog } from '../../state/window-state'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { Progress } from '../../ui/Progress'
import { vi } from '../../wording/vi'
import { FreezeForm } from './FreezeForm'
import { Frozen } from './Frozen'
import { useFreeze } from './use-freeze'
import { useFreezeForm } from './use-freeze-form'

const words = vi.versions.freeze
const close = () => showDialog(null)

/** Fixes the report as draft n. */
export function FreezeDialog() {
  const form = useFreezeForm()
  const { state, start, reset } = useFreeze(useSession())
  const title = words.title(form.values.number)
  switch (state.kind) {
    case 'form':
      return <FreezeForm title={title} form={form} onClose={close} onStart={() => start(form.values)} />
    case 'working':
      return (
        <Dialog title={title} closeLabel={vi.close} onClose={close}>
          <div className="dialog-body">
            <Progress label={words.working} done={state.doing.done} of={state.doing.of} />
            <p aria-live="polite">{state.doing.step || `${words.working}…`}</p>
            <p className="quiet">{words.workingSafe}</p>
          </div>
        </Dialog>
      )
    case 'done':
      return <Frozen version={state.version} onClose={close} />
    case 'failed':
      return (
        <Dialog
          title={words.failed}
          closeLabel={vi.close}
          onClose={close}
          foot={
            <>
              <Button onClick={close}>{vi.close}</Button>
              <Button data-first look="primary" onClick={reset}>
                {words.again}
              </Button>
            </>
          }
        >
          <div className="dialog-body">
            <Notice kind="bad" title={state.message}>
              <p>{words.failedSafe}</p>
            </Notice>
          </div>
        </Dialog>
      )
    default:
      return unreachable(state)
  }
}
