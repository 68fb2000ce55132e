import type { CommandHandlers } from '../ipc/register-commands'
import type { Caller } from '../program'
import type { ReportWindow } from '../windows/report-window'
import { reportOf } from './report'

type TrayCommands = 'tray.discard' | 'tray.settle'

/** Either way the entry is closed; the window asks the person before it gives words up. */
const close = ({ id }: { readonly id: string }, window: ReportWindow): Record<string, never> => {
  reportOf(window).tray.close(id)
  return {}
}

export const trayHandlers: Pick<CommandHandlers<Caller>, TrayCommands> = {
  'tray.discard': close,
  'tray.settle': close,
}
