import type { EventName } from '../../shared/ipc/command-names'
import type { EventPayload } from '../../shared/ipc/contract'
import { bridge } from './bridge'

/** `report.opened` comes with a port and has its own door: `onReportOpened`. */
type PlainEvent = Exclude<EventName, 'report.opened'>

/** Hears what the main process tells this window, until the returned function is called. */
export function listen<N extends PlainEvent>(
  name: N,
  handler: (payload: EventPayload<N>) => void,
): () => void {
  return bridge().listen(name, payload => handler(payload as EventPayload<N>))
}
